using System.Globalization;
using System.Text;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>
/// Makes spellings comparable: two texts that differ only in case, diacritics, punctuation, white space or script
/// (Cyrillic against its usual English transliteration) fold to the same key.
/// </summary>
public static class Folding
{
    /// <summary>
    /// Lower case; diacritics dropped; Cyrillic written in Latin letters; apostrophes and the dots of abbreviations dropped,
    /// <c>&amp;</c> read as "and", other punctuation and white space as one space between words; currency signs kept.
    /// Total: <c>null</c>, control characters and broken surrogates are taken as they come. Folding twice changes nothing.
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (IsFolded(text))
            return text;

        var key = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = char.ToLowerInvariant(text[i]);
            if (char.IsAsciiLetterOrDigit(letter))
                key.Append(letter);
            else if (letter == '&')
                Separate(key).Append("and ");
            else if (IsDropped(letter) || (letter == '.' && EndsInitial(text, i)))
                continue;
            else if (Letters.Plain(letter) is { } plain)
                key.Append(plain);
            else if (char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol)
                key.Append(letter);
            else
                Separate(key);
        }

        while (key.Length > 0 && key[^1] == ' ')
            key.Length--;
        return key.ToString();
    }

    private static bool IsFolded(string text)
    {
        var previous = ' ';
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && (letter != ' ' || previous == ' '))
                return false;
            previous = letter;
        }

        return previous != ' ';
    }

    private static bool IsDropped(char letter) =>
        letter is '\'' or '’' or '‘' or 'ʻ' or 'ʼ' or 'ʹ' or '`' or '´' or '′' or 'ʿ' or 'ʾ' or '\u00AD' or '\u0640'
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    // "U.S.A." is one word; "St. Petersburg" and "Prov. Kabul" are two.
    private static bool EndsInitial(string text, int dot) =>
        dot > 0 && char.IsLetter(text[dot - 1]) && (dot == 1 || !char.IsLetterOrDigit(text[dot - 2]));

    private static StringBuilder Separate(StringBuilder key)
    {
        if (key.Length > 0 && key[^1] != ' ')
            key.Append(' ');
        return key;
    }
}
