using System.Collections.Frozen;
using System.Globalization;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>What a text in a column of places stands for.</summary>
internal static class PlaceNames
{
    /// <summary>Words for the whole of a country.</summary>
    private static readonly FrozenSet<string> Everywhere = new[]
    {
        "all", "all provinces", "all regions", "all districts", "national", "nationwide", "nation wide", "country wide", "countrywide", "whole country", "entire country", "country level",
        "national level", "central level", "various", "various provinces", "multiple", "multiple provinces", "several provinces", "other", "others", "tous", "toutes", "toutes les provinces", "national",
        "pays entier", "niveau national", "divers", "plusieurs", "todo el pais", "nacional", "todas", "todas las provincias", "varias", "vse", "vse oblasti", "vsia strana", "vsya strana", "respublikanskii", "povsemestno",
    }.ToFrozenSet();

    /// <summary>The code itself, where a text is one by its form and known; else what the vocabulary makes of it.</summary>
    public static VocabularyMatch<PlaceCode> Find(string? text, PlaceCode? within)
    {
        // Numbers are codes of lists that contradict each other: ISO's 004 and the DAC's 625 are both Afghanistan.
        if (text is null || text.All(letter => char.IsAsciiDigit(letter) || letter == '.')) return new VocabularyMatch<PlaceCode>.Unknown();
        return Places.Find(text, within);
    }

    /// <summary>One place or several of a name, such as Osh.</summary>
    public static bool IsKnown(string text) => Find(text, null) is not VocabularyMatch<PlaceCode>.Unknown;

    /// <summary>A text that stands for one place or region as a whole, whatever commas are in it.</summary>
    public static bool IsOne(string text) => Find(text, null) is VocabularyMatch<PlaceCode>.Found && !AreSeveral(text) || Region(text) is not null;

    /// <summary>Parts that are places of their own, none within another: <c>Badakhshan (Afghanistan), GBAO (Tajikistan)</c>.</summary>
    private static bool AreSeveral(string text)
    {
        if (!text.AsSpan().ContainsAny(',', '،', '/')) return false;
        var places = new List<PlaceCode>();
        foreach (var part in ShareList.SplitAtCommas(text))
        {
            if (!Find(part.Text, null).TryGet(out var place)) return false;
            places.Add(place);
        }

        return places.Exists(place => places.Exists(other => !place.IsWithin(other) && !other.IsWithin(place)));
    }

    public static bool IsEverywhere(string text) => text.Length <= 24 && Everywhere.Contains(Folding.Fold(text));

    /// <summary>The DAC's region of a name or code; null where there is none.</summary>
    public static RecipientRegion? Region(string? text) => text is not null && RecipientRegions.Find(text).TryGet(out var region) ? region : null;

    public static int Number(RecipientRegion region) => int.Parse(region.Code, CultureInfo.InvariantCulture);
}
