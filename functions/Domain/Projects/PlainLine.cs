using System.Buffers;

namespace ParisPact.Domain.Projects;

/// <summary>
/// An identifier, a code or an address as it stands, on one line: white space around it and letters that nobody sees are left out, and a line break
/// or another control character within is a space. Nothing else changes, neither double spaces nor what looks like markup.
/// </summary>
public static class PlainLine
{
    /// <summary>Soft hyphen, zero-width space, marks and embeddings of direction, byte order mark.</summary>
    private const string Unseen = "\u00AD\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\uFEFF";

    private static readonly SearchValues<char> UnseenLetters = SearchValues.Create(Unseen);

    private static readonly SearchValues<char> Odd = SearchValues.Create(
        [.. Unseen, '\u2028', '\u2029', .. Enumerable.Range(0, 0xA0).Select(static letter => (char)letter).Where(char.IsControl)]);

    /// <returns>The same text where nothing is to be done.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (!trimmed.AsSpan().ContainsAny(Odd)) return trimmed;
        return string.Concat(trimmed.Where(static letter => !UnseenLetters.Contains(letter)).Select(static letter => Odd.Contains(letter) ? ' ' : letter)).Trim();
    }
}
