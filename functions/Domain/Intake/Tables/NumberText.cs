using System.Buffers;
using System.Globalization;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads the digits of a number with whatever groups them.</summary>
internal static class NumberText
{
    private static readonly SearchValues<char> Groups = SearchValues.Create(" \u00A0\u202F\u2009'’");

    /// <param name="Shows">The decimal mark that the text can only be read with.</param>
    /// <param name="Ambiguous">True where one mark before three digits may be either and none was given.</param>
    public readonly record struct Reading(decimal Value, DecimalMark? Shows, bool Ambiguous);

    /// <summary>Where a number that begins at <paramref name="start"/> ends: after its last digit.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        for (var at = start; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at])) end = at + 1;
            else if (text[at] is 'e' or 'E' && at == end && IsExponent(text[at..])) continue;
            else if (text[at] is '+' or '-' && at > start && text[at - 1] is 'e' or 'E' && at - 1 == end) continue;
            else if (!IsGroup(text[at]) && text[at] is not ('.' or ',')) break;
        }

        return end;
    }

    /// <param name="mark">The decimal mark where it is known.</param>
    /// <param name="decimals">One mark before three digits is a decimal mark.</param>
    /// <returns>null where the groups are none that anybody writes.</returns>
    public static Reading? Read(ReadOnlySpan<char> text, DecimalMark? mark, bool decimals = false)
    {
        var points = text.Count('.');
        var commas = text.Count(',');
        if (points + commas == 0) return Parse(text, '\0', null, false);
        if (points > 0 && commas > 0)
        {
            var last = text.LastIndexOf('.') > text.LastIndexOf(',') ? '.' : ',';
            return (last == '.' ? points : commas) > 1 ? null : Parse(text, last, MarkOf(last), false);
        }

        var letter = points > 0 ? '.' : ',';
        if (points + commas > 1) return Parse(text, '\0', letter == ',' ? DecimalMark.Point : DecimalMark.Comma, false);
        var at = text.IndexOf(letter);
        var exponent = text.IndexOfAny('e', 'E');
        var grouped = text.ContainsAny(Groups) || exponent > 0;
        // What cannot separate thousands separates decimals; only a number with an exponent may come from a program that has its own ways.
        if (text.Length - at - 1 != 3 || at is 0 or > 3 || text[0] == '0' || grouped)
            return Parse(text, letter, exponent > 0 ? null : MarkOf(letter), false);
        return decimals || mark == MarkOf(letter) ? Parse(text, letter, null, false) : Parse(text, '\0', null, mark is null && !decimals);
    }

    private static DecimalMark MarkOf(char letter) => letter == '.' ? DecimalMark.Point : DecimalMark.Comma;

    private static Reading? Parse(ReadOnlySpan<char> text, char mark, DecimalMark? shows, bool ambiguous)
    {
        Span<char> plain = stackalloc char[96];
        if (text.Length > plain.Length) return null;
        var length = 0;
        var whole = true;
        var sinceGroup = -1;
        var exponent = false;
        foreach (var letter in text)
        {
            if (letter is 'e' or 'E') exponent = true;
            if (whole && letter == mark || (exponent && whole && letter is 'e' or 'E'))
            {
                if (sinceGroup is not (-1 or 3)) return null;
                whole = false;
            }
            else if (whole && !exponent && (IsGroup(letter) || letter is '.' or ','))
            {
                // Lakh and crore are grouped by two: 12,34,567.
                if (sinceGroup is not (-1 or 2 or 3) || length == 0 || (sinceGroup == -1 && length > 3)) return null;
                sinceGroup = 0;
                continue;
            }
            else if (char.IsAsciiDigit(letter) && whole && sinceGroup >= 0)
            {
                sinceGroup++;
            }
            else if (!char.IsAsciiDigit(letter) && !exponent)
            {
                return null;
            }

            plain[length++] = letter == mark ? '.' : letter;
        }

        if (whole && sinceGroup is not (-1 or 3)) return null;
        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            ? new Reading(value, shows, ambiguous)
            : null;
    }

    private static bool IsGroup(char letter) => Groups.Contains(letter);

    private static bool IsExponent(ReadOnlySpan<char> text) =>
        text.Length > 1 && (char.IsAsciiDigit(text[1]) || (text[1] is '+' or '-' && text.Length > 2 && char.IsAsciiDigit(text[2])));
}
