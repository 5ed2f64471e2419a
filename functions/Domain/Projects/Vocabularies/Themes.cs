using System.Collections.Frozen;
using System.Collections.Immutable;
using ParisPact.Domain.Evidence;
using ParisPact.Domain.Rainbow;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>The thematic areas of the register.</summary>
public static class Themes
{
    private static readonly Lazy<ThemeRegister> Register = new(ThemeRegister.Load);

    /// <summary>All themes, in the order in which they are shown.</summary>
    public static ImmutableArray<Theme> All => Register.Value.All;

    /// <summary>The theme of an id; <c>null</c> when there is none.</summary>
    public static Theme? OfId(string? id) => id is null ? null : Register.Value.ById.GetValueOrDefault(id);

    /// <summary>English name for display; the id itself when there is no such theme.</summary>
    public static string Name(string id) => OfId(id)?.Name ?? id;

    /// <summary>Reads an id, a name or a synonym in English, French, Spanish or Russian.</summary>
    public static VocabularyMatch<Theme> Find(string? text) => Register.Value.Lexicon.Find(text);

    /// <summary>
    /// The themes that a DAC sector maps to; empty when the sector says nothing about the themes of this register.
    /// Five digits that are not mapped themselves are not read as their category: most purposes of a category that matters here do not.
    /// </summary>
    public static ImmutableArray<Theme> OfSector(string? code) =>
        code is null ? [] : Register.Value.BySector.GetValueOrDefault(code.Trim(), []);

    /// <summary>
    /// The same with equal shares, which sum to exactly 100: with three themes 33.33, 33.33 and 33.34.
    /// </summary>
    public static ImmutableArray<ThemeOfSector> SharesOfSector(string? code)
    {
        var themes = OfSector(code);
        if (themes.IsEmpty)
            return [];
        var share = Math.Round(100m / themes.Length, 2, MidpointRounding.ToZero);
        return [.. themes.Select((theme, index) =>
            new ThemeOfSector(theme, index == themes.Length - 1 ? 100m - (share * (themes.Length - 1)) : share))];
    }

    private sealed record ThemeRegister(
        ImmutableArray<Theme> All,
        FrozenDictionary<string, Theme> ById,
        FrozenDictionary<string, ImmutableArray<Theme>> BySector,
        Lexicon<Theme> Lexicon)
    {
        public static ThemeRegister Load()
        {
            var sectors = Table.Read("theme-sectors.tsv", row => (Theme: row["theme"], Sector: new ThemeSector(row["sector"], row["reason"])))
                .ToLookup(row => row.Theme, row => row.Sector);
            var all = Table.Read("themes.tsv", row => new Theme
            {
                Id = row["id"],
                Name = row["en"],
                NameFr = row["fr"],
                NameEs = row["es"],
                NameRu = row["ru"],
                Synonyms = row.List("other"),
                Papers = [.. row.List("papers").Select(Papers.Get)],
                Pillar = row["pillar"].Length == 0 ? null : Pillars.Get(row["pillar"]),
                Topics = [.. row.List("topics").Select(TrendTopics.Get)],
                Sectors = [.. sectors[row["id"]]],
            });
            var spellings = all.SelectMany(theme => theme.Synonyms
                .Union([theme.Id, theme.Name, theme.NameFr, theme.NameEs, theme.NameRu])
                .Select(spelling => (spelling, theme)));
            return new ThemeRegister(
                all,
                all.ToFrozenDictionary(theme => theme.Id),
                all.SelectMany(theme => theme.Sectors.Select(sector => (sector.Code, theme)))
                    .GroupBy(pair => pair.Code, pair => pair.theme)
                    .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray()),
                Lexicon<Theme>.Of(spellings, theme => theme.Name));
        }
    }
}
