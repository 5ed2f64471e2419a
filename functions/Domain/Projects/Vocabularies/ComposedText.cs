using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>Text in which a letter and the mark that follows it are one letter where Unicode has it: <c>e</c> and U+0301 become <c>é</c>.</summary>
/// <remarks>
/// For Latin, Greek and Cyrillic letters the same as NFC, but that marks are taken in the order in which they stand. A table of ours, because in
/// invariant globalisation mode, in which this app runs, <see cref="string.Normalize()"/> returns every text as it is.
/// </remarks>
internal static class ComposedText
{
    private const char FirstMark = '\u0300';
    private const char LastMark = '\u036F';

    private static readonly Lazy<FrozenDictionary<(char Letter, char Mark), char>> Composed = new(Load);

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstMark, LastMark)) return text;
        var composed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (composed.Length > 0 && letter is >= FirstMark and <= LastMark && Composed.Value.TryGetValue((composed[^1], letter), out var one)) composed[^1] = one;
            else composed.Append(letter);
        }

        return composed.ToString();
    }

    private static FrozenDictionary<(char Letter, char Mark), char> Load() => Table
        .Read("compositions.tsv", static row => (Mark: (char)int.Parse(row["mark"], NumberStyles.HexNumber, CultureInfo.InvariantCulture), Pairs: row["pairs"]))
        .SelectMany(static row => row.Pairs.Chunk(2).Select(pair => KeyValuePair.Create((pair[0], row.Mark), pair[1])))
        .ToFrozenDictionary();
}
