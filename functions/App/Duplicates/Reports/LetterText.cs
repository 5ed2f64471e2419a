using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>A mail as plain text: lines of at most 72 characters, but for what cannot be broken, such as an address.</summary>
internal static class LetterText
{
    public const int Width = 72;

    public static string Of(LetterModel model)
    {
        var text = new StringBuilder();
        var letter = model.Letter;
        Line("Paris Pact Initiative, register of technical assistance");
        Line($"Possible duplicates and overlaps, {CardRows.Day(letter.Theirs.Date)}");
        Line("");
        Line($"For {ShortText.Of(letter.Person.Name, ReportText.LongestName)}");
        Line("");
        Line(letter.Sentence);
        foreach (var (heading, pairs) in model.Parts)
        {
            Heading(heading, '=');
            foreach (var kind in ReportParts.Kinds)
            {
                ImmutableArray<PairEntry> some = [.. pairs.Where(pair => pair.Kind == kind)];
                if (some.Length == 0) continue;
                Heading(ReportWords.Heading(kind), '-');
                Line(ReportWords.Advice(kind));
                foreach (var (at, pair) in some.Index()) Pair(at + 1, pair);
            }
        }

        if (model.More is { } more) Paragraph(more);
        if (model.LeftOut is { } left) Paragraph(left);
        Heading("How to decide", '=');
        Line($"Fill in “Verdict” (same, related, overlap or unrelated) and “Note” in the workbook, save the sheet as CSV and send it to POST {model.Links.Site}/api/duplicates/verdicts; or send one verdict to the address of its pair with /verdict behind it (PUT). A pair that is decided does not come again unless one of its projects changes in a way that matters.");
        Paragraph(model.Footing);
        return text.ToString();

        void Line(string line, int indent = 0, int first = -1)
        {
            foreach (var part in Wrap(line, Width, indent, first < 0 ? indent : first)) text.Append(part).Append("\r\n");
        }

        void Paragraph(string line)
        {
            Line("");
            Line(line);
        }

        void Heading(string heading, char under)
        {
            Line("");
            Line(heading);
            Line(new string(under, Math.Min(Width, heading.Length)));
        }

        void Pair(int number, PairEntry pair)
        {
            Line("");
            Line($"{number.ToString(CultureInfo.InvariantCulture)}. {ReportWords.Likely(pair)}{(pair.State == PairState.Reopened ? " (open again)" : "")}", 3, 0);
            foreach (var card in new[] { pair.Left, pair.Right })
            {
                Line(Isolated(ReportText.Partner(card)) + (card.Withdrawn ? " (withdrawn since)" : ""), 3);
                Line(Isolated(LetterModel.Title(card)), 5);
                Line(Isolated(LetterModel.Facts(card)), 5);
            }

            foreach (var change in pair.Changes.Take(ReportText.MostValues)) Line($"Changed: {Isolated(ShortText.Of(change, ReportText.LongestTitle))}", 5, 3);
            if (pair.Decision is { } decision) Line($"Before: {Isolated(ShortText.Of(ReportWords.Of(decision), LetterModel.LongestWhy))}", 5, 3);
            if (pair.Reasons.Length > 0) Line($"Why: {Isolated(LetterModel.Why(pair))}", 5, 3);
            foreach (var person in pair.People) Line($"Bring together: {Isolated(LetterModel.Person(person))}", 5, 3);
            if (pair.AssignedTo is { } assigned) Line($"Assigned to {Isolated(ShortText.Of(assigned, ReportText.LongestName))}", 5, 3);
            Line(model.Links.Pair(pair.Id), 3);
        }
    }

    /// <summary>Cut into lines between words; a word that is longer than a line stands alone.</summary>
    internal static IEnumerable<string> Wrap(string text, int width, int indent, int first)
    {
        if (text.Length == 0)
        {
            yield return "";
            yield break;
        }

        var (line, length, empty) = (new StringBuilder(new string(' ', first)), first, true);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var letters = new StringInfo(word).LengthInTextElements;
            if (!empty && length + 1 + letters > width)
            {
                yield return line.ToString();
                line.Clear().Append(' ', indent);
                (length, empty) = (indent, true);
            }

            if (!empty) line.Append(' ');
            line.Append(word);
            length += letters + (empty ? 0 : 1);
            empty = false;
        }

        yield return line.ToString();
    }

    /// <summary>Between signs that keep a text from right to left from turning what stands beside it (UAX 9); as it is where it has no such letter.</summary>
    private static string Isolated(string text) => text.Any(static letter => letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC')) ? $"\u2068{text}\u2069" : text;
}
