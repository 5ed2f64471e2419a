using System.Globalization;
using System.Text;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>Texts of partners as a report shows them: in one line, without what would turn the text around it, and not longer than one reads.</summary>
public static class ShortText
{
    /// <summary>What follows what was cut.</summary>
    public const char Cut = '…';

    /// <param name="longest">In characters as readers count them; with the sign that it was cut.</param>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest && IsPlain(text)) return text;
        var line = new StringBuilder(Math.Min(text.Length, 8 * longest));
        var (count, space) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            var element = text.AsSpan(at, length);
            at += length;
            if (IsBlank(element))
            {
                if (line.Length == 0 || line[^1] == ' ') continue;
                element = " ";
            }
            else if (IsUnseen(element))
            {
                continue;
            }

            if (++count > longest) return Shortened(line, space, longest);
            if (element is " ") space = line.Length;
            // A letter can bear marks without end; nobody reads more than a few.
            line.Append(element.Length > MostOfElement ? Whole(element[..MostOfElement]) : element);
        }

        return line.ToString().TrimEnd();
    }

    private const int MostOfElement = 32;

    /// <summary>As most texts are, which need no looking at letter by letter.</summary>
    private static bool IsPlain(string text)
    {
        var space = true;
        foreach (var letter in text)
        {
            if (letter is < ' ' or > '~' || (space && letter == ' ')) return false;
            space = letter == ' ';
        }

        return !space || text.Length == 0;
    }

    private static ReadOnlySpan<char> Whole(ReadOnlySpan<char> element) => char.IsHighSurrogate(element[^1]) ? element[..^1] : element;

    /// <summary>At the last word that fits, unless that would lose a third of the line.</summary>
    private static string Shortened(StringBuilder line, int space, int longest)
    {
        if (space > 0 && space >= line.Length - (longest / 3)) line.Length = space;
        else if (line.Length > 1) line.Length -= LastElement(line);
        return line.ToString().TrimEnd() + Cut;
    }

    private static int LastElement(StringBuilder line)
    {
        var end = line.ToString(Math.Max(0, line.Length - MostOfElement), Math.Min(MostOfElement, line.Length));
        return end.Length - StringInfo.ParseCombiningCharacters(end)[^1];
    }

    private static bool IsBlank(ReadOnlySpan<char> element)
    {
        foreach (var letter in element)
            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter)) return false;
        return true;
    }

    /// <summary>Signs that change the direction of what follows, and halves of characters.</summary>
    private static bool IsUnseen(ReadOnlySpan<char> element) =>
        element[0] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C' or '\uFEFF' or '\uFFFE' or '\uFFFF'
        || (element.Length == 1 && char.IsSurrogate(element[0]));
}
