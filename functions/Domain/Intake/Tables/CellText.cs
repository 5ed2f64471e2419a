using System.Buffers;
using System.Net;
using System.Text;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>
/// Text of a cell as a person reads it: without markup and control characters, with single spaces. What is no markup stays,
/// such as <c>a &lt; b</c> or <c>&lt;name@example.org&gt;</c>. Mojibake stays as it is: it cannot be told from what was meant.
/// What is clean stays as it is: cleaning it again changes nothing.
/// </summary>
public static class CellText
{
    /// <summary>Printable ASCII without the two letters that begin markup.</summary>
    private static readonly SearchValues<char> Usual = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(letter => (char)letter).Where(letter => letter is not ('<' or '&'))]);

    /// <summary>A text that was written as HTML oftener than this is none; its marks are taken out one by one.</summary>
    private const int MostRounds = 8;

    /// <param name="text">As it stands in the file.</param>
    /// <param name="lines">Keep line breaks, at most one blank line in a row; otherwise they become spaces.</param>
    public static string Clean(ReadOnlySpan<char> text, bool lines = false)
    {
        text = text.Trim();
        if (IsPlain(text)) return text.Length == 0 ? "" : text.ToString();
        var read = text.ToString();
        for (var round = 0; round < MostRounds; round++)
        {
            var clean = Once(read, lines);
            if (clean == read || clean.AsSpan().IndexOfAny('<', '&') < 0) return clean;
            read = clean;
        }

        return Space(read.Replace("<", "", StringComparison.Ordinal).Replace("&", "", StringComparison.Ordinal), lines);
    }

    private static string Once(string text, bool lines)
    {
        var read = text;
        if (read.Contains('<', StringComparison.Ordinal)) read = Markup.Strip(read);
        if (read.Contains('&', StringComparison.Ordinal)) read = WebUtility.HtmlDecode(read);
        // Entities of entities come from cells that were exported twice.
        if (read.Contains('<', StringComparison.Ordinal)) read = Markup.Strip(read);
        return Space(read, lines);
    }

    /// <summary>As for a span; the same text where nothing is to be cleaned.</summary>
    public static string Clean(string text, bool lines = false) => IsPlain(text) && text.AsSpan().Trim().Length == text.Length ? text : Clean(text.AsSpan(), lines);

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExcept(Usual)) return !text.Contains("  ", StringComparison.Ordinal);
        var previous = 'x';
        foreach (var letter in text)
        {
            if (letter is '<' or '&' or < ' ' or (>= '\u007F' and <= '\u00A0') or (>= '\u2000' and <= '\u200F') or (>= '\u2028' and <= '\u202F') or '\uFEFF' or '\u00AD') return false;
            if (char.IsSurrogate(letter) || (letter == ' ' && previous == ' ')) return false;
            previous = letter;
        }

        return true;
    }

    private static string Space(string text, bool lines)
    {
        var clean = new StringBuilder(text.Length);
        var breaks = 0;
        var space = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter is '\n' or '\r' or '\u2028' or '\u2029' or '\u000B' or '\u0085')
            {
                if (letter == '\r' && at + 1 < text.Length && text[at + 1] == '\n') continue;
                (breaks, space) = (breaks + 1, true);
            }
            else if (char.IsWhiteSpace(letter))
            {
                space = true;
            }
            else if (!IsInvisible(text, at))
            {
                if (clean.Length > 0 && breaks > 0 && lines) clean.Append('\n', Math.Min(breaks, 2));
                else if (clean.Length > 0 && space) clean.Append(' ');
                (breaks, space) = (0, false);
                clean.Append(letter);
            }
        }

        return clean.ToString();
    }

    /// <summary>Control characters, byte order marks, soft hyphens, and halves of characters.</summary>
    private static bool IsInvisible(string text, int at)
    {
        var letter = text[at];
        if (char.IsControl(letter) || letter is '\uFEFF' or '\u00AD' or '\u200B' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E')) return true;
        if (char.IsHighSurrogate(letter)) return at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]);
        return char.IsLowSurrogate(letter) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
    }
}
