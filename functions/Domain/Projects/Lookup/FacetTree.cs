using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Domain.Rainbow;

namespace ParisPact.Domain.Projects.Lookup;

/// <summary>Values that lie within others, and how values are named to a reader.</summary>
public static class FacetTree
{
    /// <summary>The country of a province, the DAC category of a purpose; null where a value lies within no other.</summary>
    public static string? ParentOf(Facet facet, string value) => facet switch
    {
        Facet.Location when value.Length > 3 && value[2] == '-' => value[..2],
        Facet.Sector when value.Length == 5 && value.All(char.IsAsciiDigit) => value[..3],
        _ => null,
    };

    /// <summary>True where a project in <paramref name="value"/> is also in <paramref name="other"/>.</summary>
    public static bool IsWithin(Facet facet, string value, string other) => value == other || ParentOf(facet, value) == other;

    /// <summary>The English name of a value of a vocabulary; null for a value of none, such as a partner or a donor that is not listed.</summary>
    public static string? NameOf(Facet facet, string value)
    {
        if (value == FacetShare.None) return facet is Facet.Location or Facet.Theme or Facet.Sector ? "Not stated or not recognised" : "Not stated";
        return facet switch
        {
            Facet.Location when PlaceCode.TryParse(value, out var place) => Places.Name(place),
            Facet.Location => RecipientRegions.Find(value).TryGet(out var region) ? region.Name : null,
            Facet.Theme => Themes.OfId(value)?.Name,
            Facet.Donor => Organisations.OfKey(value)?.Name,
            Facet.Status when Enum.TryParse<ActivityStatus>(value, out var status) => ActivityStatuses.Name(status),
            Facet.Paper => Papers.OfId(value) is { } paper ? $"{paper.Colour} Paper" : null,
            Facet.Sector => Sectors.OfCode(value)?.Name,
            _ => null,
        };
    }
}
