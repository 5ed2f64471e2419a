using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>The regions of region vocabulary 1, OECD DAC.</summary>
public static class RecipientRegions
{
    private static readonly Lazy<(ImmutableArray<RecipientRegion> All, Lexicon<RecipientRegion> Lexicon)> Register = new(Load);

    /// <summary>All regions, in the order of their codes, withdrawn ones among them.</summary>
    public static ImmutableArray<RecipientRegion> All => Register.Value.All;

    /// <summary>Reads a code or a name, such as <c>619</c>, <c>Central Asia, regional</c> or <c>Asie centrale</c>.</summary>
    public static VocabularyMatch<RecipientRegion> Find(string? text) => Register.Value.Lexicon.Find(text);

    private static (ImmutableArray<RecipientRegion> All, Lexicon<RecipientRegion> Lexicon) Load()
    {
        var all = Table.Read("regions.tsv", row => new RecipientRegion(
            row["code"],
            row["en"],
            row["fr"],
            [.. row.List("countries").Select(PlaceCode.Parse)],
            row.List("other")));
        var spellings = all.SelectMany(region => region.OtherNames
            .Union([region.Code, region.Name, region.NameFr, $"{region.Name}, regional", $"{region.NameFr}, régional", $"{region.Code} {region.Name}"])
            .Select(spelling => (spelling, region)));
        return (all, Lexicon<RecipientRegion>.Of(spellings, region => $"{region.Name} ({region.Code})"));
    }
}
