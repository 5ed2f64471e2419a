using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>All purpose codes of the OECD DAC; which of them matter here is said by <see cref="Themes"/>.</summary>
public static class Sectors
{
    private static readonly Lazy<(ImmutableArray<Sector> All, FrozenDictionary<string, Sector> ByCode, Lexicon<Sector> Lexicon)> Register = new(Load);

    /// <summary>All sectors, categories first, in the order of their codes.</summary>
    public static ImmutableArray<Sector> All => Register.Value.All;

    /// <summary>The sector of a code, <c>null</c> when the DAC has no such code.</summary>
    public static Sector? OfCode(string? code) => code is null ? null : Register.Value.ByCode.GetValueOrDefault(code.Trim());

    /// <summary>English name for display; the code itself when the DAC has no such code.</summary>
    public static string Name(string code) => OfCode(code)?.Name ?? code;

    /// <summary>
    /// Reads a code, an English or French name, or both together: <c>16063</c>, <c>Narcotics control</c>, <c>16063 - Narcotics control</c>,
    /// <c>16063.0</c> as spreadsheets write it. A name that a category and one of its purposes share means the purpose.
    /// </summary>
    public static VocabularyMatch<Sector> Find(string? text)
    {
        var (_, byCode, lexicon) = Register.Value;
        var match = lexicon.Find(text);
        if (match is not VocabularyMatch<Sector>.Unknown || text is null || text.Length > Lexicon<Sector>.LongestText)
            return match;

        // The digits decide, whatever stands beside them, as long as they are the only number in the text.
        var numbers = Folding.Fold(text).Split(' ').Where(word => word.Length > 0 && word.All(char.IsAsciiDigit)).ToImmutableArray();
        var code = numbers is [var only] || (numbers is [var first, "0"] && (only = first).Length > 0) ? only : null;
        return code is not null && byCode.TryGetValue(code, out var sector) ? new VocabularyMatch<Sector>.Found(sector) : match;
    }

    private static (ImmutableArray<Sector> All, FrozenDictionary<string, Sector> ByCode, Lexicon<Sector> Lexicon) Load()
    {
        var all = Table.Read("sectors.tsv", row => new Sector(row["code"], row["en"], row["fr"], row["withdrawn"] == "yes"));
        var byName = all.SelectMany(sector => new[] { (Spelling: sector.Name, sector), (Spelling: sector.NameFr, sector) })
            .GroupBy(spelling => Folding.Fold(spelling.Spelling))
            .SelectMany(Narrowest);
        var spellings = all.Select(sector => (sector.Code, sector)).Concat(byName);
        return (all, all.ToFrozenDictionary(sector => sector.Code), Lexicon<Sector>.Of(spellings, sector => $"{sector.Code} {sector.Name}"));
    }

    // A name that several codes share means the purpose before the category, and the code in use before the withdrawn one.
    private static IEnumerable<(string Spelling, Sector Value)> Narrowest(IEnumerable<(string Spelling, Sector Value)> sharing)
    {
        var best = sharing.Max(Rank);
        return sharing.Where(spelling => Rank(spelling) == best);
    }

    private static int Rank((string Spelling, Sector Value) spelling) =>
        (spelling.Value.IsWithdrawn ? 0 : 2) + (spelling.Value.Vocabulary == 1 ? 1 : 0);
}
