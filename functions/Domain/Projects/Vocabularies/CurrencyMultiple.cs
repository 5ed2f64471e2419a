using System.Collections.Frozen;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>Words for thousands, lakhs, millions, crores and billions beside a currency.</summary>
internal static class CurrencyMultiple
{
    private static readonly FrozenDictionary<string, decimal> Words = new Dictionary<string, decimal>
    {
        ["000"] = 1_000m,
        ["000s"] = 1_000m,
        ["1000"] = 1_000m,
        ["1000s"] = 1_000m,
        ["k"] = 1_000m,
        ["thousand"] = 1_000m,
        ["thousands"] = 1_000m,
        ["th"] = 1_000m,
        ["ths"] = 1_000m,
        ["mille"] = 1_000m,
        ["milliers"] = 1_000m,
        ["mil"] = 1_000m,
        ["miles"] = 1_000m,
        ["tys"] = 1_000m,
        ["tysyach"] = 1_000m,
        ["lakh"] = 100_000m,
        ["lakhs"] = 100_000m,
        ["lac"] = 100_000m,
        ["lacs"] = 100_000m,
        ["crore"] = 10_000_000m,
        ["crores"] = 10_000_000m,
        ["m"] = 1_000_000m,
        ["mn"] = 1_000_000m,
        ["mio"] = 1_000_000m,
        ["mln"] = 1_000_000m,
        ["million"] = 1_000_000m,
        ["millions"] = 1_000_000m,
        ["millones"] = 1_000_000m,
        ["millionov"] = 1_000_000m,
        ["bn"] = 1_000_000_000m,
        ["mrd"] = 1_000_000_000m,
        ["mlrd"] = 1_000_000_000m,
        ["billion"] = 1_000_000_000m,
        ["billions"] = 1_000_000_000m,
        ["milliard"] = 1_000_000_000m,
        ["milliards"] = 1_000_000_000m,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Fillers = new[] { "of", "in", "de", "en", "d", "v", "s" }.ToFrozenSet();

    /// <summary>The multiple that a folded text names, 1 when it names none, and the text without it.</summary>
    public static (decimal Multiplier, string Unit) Split(string key)
    {
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var multiples = words.Where(Words.ContainsKey).ToList();

        // Two multiples in one text contradict each other or mean a product; neither is guessed.
        if (multiples.Count != 1)
            return (1m, key);
        var rest = words.Where(word => word != multiples[0] && !Fillers.Contains(word));
        return (Words[multiples[0]], string.Join(' ', rest));
    }
}
