using System.Globalization;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Writes numbers in Arabic, Persian and other digits with those of ASCII: <c>۱۲۵٬۰۰۰</c> is <c>125,000</c>.</summary>
internal static class EasternDigits
{
    /// <returns>null where the text has none of them.</returns>
    public static string? InLatin(ReadOnlySpan<char> text)
    {
        Span<char> latin = stackalloc char[96];
        if (text.Length > latin.Length) return null;
        var changed = false;
        for (var at = 0; at < text.Length; at++)
        {
            latin[at] = text[at] switch
            {
                '\u066B' => '.',
                '\u066C' => ',',
                > '\u007F' when CharUnicodeInfo.GetDecimalDigitValue(text[at]) is >= 0 and var digit => (char)('0' + digit),
                var other => other,
            };
            changed |= latin[at] != text[at];
        }

        return changed ? latin[..text.Length].ToString() : null;
    }
}
