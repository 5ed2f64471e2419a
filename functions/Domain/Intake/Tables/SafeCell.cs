using System.Globalization;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>
/// Makes text safe for the tables that we write: a spreadsheet takes a cell that begins with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c>
/// for a formula, and a formula may run a program. An apostrophe before it makes it text again, and is taken off where a table is read:
/// <c>Bare(Of(text))</c> is the text, whatever it is.
/// </summary>
/// <remarks>After OWASP, "CSV Injection".</remarks>
public static class SafeCell
{
    private const char Mark = '\'';

    /// <summary>The text with an apostrophe before it where it would be taken for a formula; numbers stay as they are.</summary>
    public static string Of(string text) => IsRisky(text.AsSpan().TrimStart(Mark)) && !IsNumber(text) ? Mark + text : text;

    /// <summary>The text without the apostrophe that <see cref="Of"/>, or another program that is careful, put before it.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text) => text is [Mark, ..] && IsRisky(text.TrimStart(Mark)) ? text[1..] : text;

    private static bool IsRisky(ReadOnlySpan<char> text)
    {
        if (text is ['\t' or '\r' or '\n', ..]) return true;
        // Programs pass over white space and control characters before they look for a formula.
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '\uFEFF' or '\u200B') continue;
            return letter is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '|' or '%';
        }

        return false;
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
