using System.Collections.Frozen;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Texts by which people and programs say that a cell has nothing to say.</summary>
public static class BlankCells
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "-", "--", "---", "–", "—", ".", "..", "...", "?", "n/a", "n.a.", "n.a", "na", "#n/a", "nil", "null", "none", "(none)", "(blank)", "nan",
        "unknown", "not known", "not available", "not applicable", "not specified", "unspecified", "tbd", "tbc", "t.b.d.", "to be determined", "to be confirmed",
        "n/d", "n.d.", "s.o.", "inconnu", "non disponible", "sin dato", "sin datos", "no aplica", "desconocido",
        "нет", "нет данных", "неизвестно", "не указано", "н/д",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>For each first letter, one bit for each length that a word beginning with it has: nearly every cell is told by them alone.</summary>
    private static readonly FrozenDictionary<char, uint> Lengths = Words.SelectMany(word => new[] { char.ToLowerInvariant(word[0]), char.ToUpperInvariant(word[0]) }.Select(first => (First: first, word.Length)))
        .GroupBy(word => word.First).ToFrozenDictionary(words => words.Key, words => words.Aggregate(0u, (bits, word) => bits | (1u << word.Length)));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for nothing, white space, and for words such as <c>n/a</c>, <c>-</c>, <c>TBD</c>.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.Length == 0 || (text.Length < 32 && Lengths.TryGetValue(text[0], out var lengths) && (lengths & (1u << text.Length)) != 0 && Lookup.Contains(text));
    }
}
