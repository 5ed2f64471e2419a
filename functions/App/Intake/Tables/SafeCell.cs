using System.Globalization;

namespace ParisPact.Functions.Intake.Tables;

/// <summary>
/// Makes text safe for the tables that we write: a spreadsheet takes a cell that begins with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c>
/// for a formula, and a formula may run a program. An apostrophe before it makes it text again.
/// </summary>
/// <remarks>After OWASP, "CSV Injection".</remarks>
internal static class SafeCell
{
    /// <summary>The text with an apostrophe before it where it would be taken for a formula; numbers stay as they are.</summary>
    public static string Of(string text)
    {
        var start = 0;
        // Programs pass over white space and control characters before they look for a formula.
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || char.IsControl(text[start]) || text[start] is '\uFEFF' or '\u200B')) start++;
        if (start == text.Length) return text.Length > 0 && text[0] is '\t' or '\r' ? "'" + text : text;
        var risky = text[start] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '|' or '%' || text[0] is '\t' or '\r';
        return risky && !IsNumber(text) ? "'" + text : text;
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
