using System.Buffers;
using System.Globalization;

namespace ParisPact.Functions.Platform;

/// <summary>A cell of a CSV that we write: quoted where it must be, and never a formula.</summary>
internal static class CsvCell
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n;\t");

    /// <summary>
    /// What a spreadsheet would calculate gets an apostrophe before it (OWASP, "CSV injection"): it begins with <c>= + - @</c>, tab,
    /// carriage return or their full-width forms, and is no plain number.
    /// </summary>
    public static string Of(string text)
    {
        var safe = IsFormula(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(Quoted) >= 0 || safe is [' ', ..] or [.., ' '] ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static bool IsFormula(string text)
    {
        if (text.Length == 0) return false;
        if (text.AsSpan().TrimStart() is not [('=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20'), ..] && text[0] is not ('\t' or '\r' or '\n')) return false;
        return !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
    }
}
