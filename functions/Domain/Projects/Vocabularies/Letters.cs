using System.Collections.Frozen;
using System.Globalization;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>The plain letters of letters with marks, ligatures, wide forms and Cyrillic.</summary>
/// <remarks>
/// The decompositions are those of Unicode's NFKD. They are a table of ours because in invariant globalisation mode, in which
/// this app runs, <see cref="string.Normalize()"/> returns every text as it is.
/// </remarks>
internal static class Letters
{
    private static readonly Lazy<FrozenDictionary<char, string>> Table = new(Load);

    /// <summary>What a lower-case letter outside ASCII folds to, perhaps nothing; <c>null</c> when it stays as it is.</summary>
    public static string? Plain(char letter) => Table.Value.GetValueOrDefault(letter);

    private static FrozenDictionary<char, string> Load()
    {
        var plain = Vocabularies.Table.Read("letters.tsv", row => (Plain: row["plain"], Letters: row["letters"]))
            .SelectMany(row => row.Letters.Select(letter => KeyValuePair.Create(letter, InLatin(row.Plain))))
            .ToDictionary();
        foreach (var (letter, latin) in Transliteration.Latin)
            plain[letter] = latin;
        return plain.ToFrozenDictionary();
    }

    // What is left of "½" or "ŉ" holds signs that are no part of a word.
    private static string InLatin(string plain) =>
        string.Concat(plain.Where(letter => char.IsLetterOrDigit(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.ModifierLetter).Select(letter => Transliteration.Latin.GetValueOrDefault(letter) ?? letter.ToString()));
}
