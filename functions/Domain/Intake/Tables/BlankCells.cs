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

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for nothing, white space, and for words such as <c>n/a</c>, <c>-</c>, <c>TBD</c>.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        // No word of the list begins with a digit, as most cells that are looked at do.
        return text.Length == 0 || (text.Length <= 16 && !char.IsAsciiDigit(text[0]) && Lookup.Contains(text));
    }
}
