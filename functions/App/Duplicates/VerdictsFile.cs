using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Verdicts;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Tables;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates;

/// <summary>A line of a file of verdicts.</summary>
/// <param name="Pair">The pair's id; null where the line names the projects.</param>
/// <param name="First">Null where the line names the pair.</param>
internal sealed record VerdictLine(int Line, string? Pair, (PartnerId Partner, ProjectReference Reference)? First, (PartnerId Partner, ProjectReference Reference)? Second, PairKind Verdict, string Note);

/// <summary>
/// Verdicts as a CSV file. Columns <see cref="Columns"/>, in any order and case; other columns are passed over. A line names the pair by its
/// id, or both projects by partner and reference; where both stand, the projects count. A line without a verdict is passed over, so that a
/// list of open pairs can be filled in as far as somebody comes.
/// </summary>
internal static class VerdictsFile
{
    public static IReadOnlyList<string> Columns { get; } =
        ["pair", "verdict", "note", "first_partner", "first_reference", "second_partner", "second_reference", "by", "at"];

    public const int MostLines = 50_000;

    private const int MostMistakes = 100;

    public static string Header => string.Join(',', Columns) + "\r\n";

    public static string LineOf(PairStanding pair, (string Partner, string Reference) first, (string Partner, string Reference) second)
    {
        var decision = pair.Decision!;
        string[] cells = [pair.Pair, VerdictWords.Of(decision.Verdict), decision.Note, first.Partner, first.Reference, second.Partner, second.Reference, decision.By, decision.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)];
        return string.Join(',', cells.Select(CsvCell.Of)) + "\r\n";
    }

    /// <returns>The lines with a verdict, how many had none, or all that is wrong.</returns>
    public static (ImmutableArray<VerdictLine> Lines, int Blank, IReadOnlyList<FieldError> Mistakes) Read(byte[] file)
    {
        var text = TextEncoding.TextOf(file);
        using var rows = new CsvRows(new StringReader(text), Delimiter(text));
        var (row, lines, blank, mistakes) = (new TableRow(), ImmutableArray.CreateBuilder<VerdictLine>(), 0, new List<FieldError>());
        if (!rows.Read(row)) return ([], 0, [new("file", rows.Fault?.Message ?? "The file is empty.")]);
        var titles = Enumerable.Range(0, row.Count).Select(at => row.Text(at).ToString().Trim().TrimStart('\uFEFF').ToLowerInvariant().Replace(' ', '_')).ToList();
        var places = Columns.ToDictionary(static name => name, titles.IndexOf);
        if (places["verdict"] < 0 || (places["pair"] < 0 && (places["first_partner"] < 0 || places["first_reference"] < 0 || places["second_partner"] < 0 || places["second_reference"] < 0)))
            return ([], 0, [new("line 1", $"The first line needs the column verdict, and either pair or the four columns that name the projects. The columns are {string.Join(", ", Columns)}.")]);

        while (mistakes.Count < MostMistakes && rows.Read(row))
        {
            if (Cell("verdict").Length == 0)
            {
                blank++;
                continue;
            }

            if (lines.Count == MostLines) return ([], 0, [new($"line {row.Line}", $"The file has more than {MostLines:N0} verdicts; send it in parts.")]);
            var before = mistakes.Count;
            if (!VerdictWords.TryParse(Cell("verdict"), out var verdict)) Wrong("verdict", $"'{Shown(Cell("verdict"))}' is no verdict; there are {string.Join(", ", VerdictWords.All)}.");
            if (Cell("note").Length > PairEvent.LongestNote) Wrong("note", $"A note has at most {PairEvent.LongestNote:N0} characters.");
            var (first, second, pair) = (Project("first"), Project("second"), Cell("pair"));
            if (first is null != second is null && mistakes.Count == before) Wrong(first is null ? "first_reference" : "second_reference", "A pair has two projects.");
            if (first is null && second is null && mistakes.Count == before && !PairId.LooksRight(pair)) Wrong("pair", pair.Length == 0 ? "The line names neither a pair nor two projects." : $"'{Shown(pair)}' is not the id of a pair.");
            if (first is not null && first == second) Wrong("second_reference", "A project is no pair with itself.");
            if (mistakes.Count == before) lines.Add(new VerdictLine(row.Line, first is null ? pair : null, first, second, verdict, Cell("note")));
        }

        if (rows.Fault is { } fault) mistakes.Add(new($"line {fault.At.Line}", fault.Message));
        return (mistakes.Count > 0 ? [] : lines.ToImmutable(), blank, mistakes);

        string Cell(string name) => places[name] is >= 0 and var at && at < row.Count ? SafeCell.Bare(row.Text(at).ToString().Trim()).ToString() : "";

        void Wrong(string column, string message) => mistakes.Add(new($"line {row.Line}, {column}", message));

        (PartnerId, ProjectReference)? Project(string side)
        {
            var (partner, reference) = (Cell($"{side}_partner"), Cell($"{side}_reference"));
            if (partner.Length == 0 && reference.Length == 0) return null;
            if (!PartnerId.TryParse(partner, out var known))
            {
                Wrong($"{side}_partner", $"'{Shown(partner)}' is no partner's id.");
                return null;
            }

            if (ProjectReference.From(reference) is { } read) return (known, read);
            Wrong($"{side}_reference", $"'{Shown(reference)}' is no reference of a project.");
            return null;
        }
    }

    /// <summary>The one that stands most often in the first line, whose titles hold none of them.</summary>
    private static char Delimiter(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        return ",;\t".MaxBy(delimiter => first.Count(letter => letter == delimiter));
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
