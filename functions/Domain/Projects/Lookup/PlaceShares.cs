using System.Collections.Immutable;
using System.Globalization;

namespace ParisPact.Domain.Projects.Lookup;

/// <summary>
/// How a project divides among places. A country that is named beside its own provinces is the sum of them: provinces without
/// percentages share the country's, and provinces whose percentages would make the whole exceed 100 are read as parts of the country.
/// </summary>
public static class PlaceShares
{
    private const decimal MostTakenForWhole = 101m;

    public static ImmutableArray<FacetShare> Of(ImmutableArray<PlaceShare> places)
    {
        if (places.IsEmpty) return Shares.Of([]);
        var given = places.Sum(place => Given(place) ?? 0m);
        var parts = new List<ShareStated>(places.Length);
        foreach (var group in places.GroupBy(place => place.Code is { } code ? code.Country.Value : ValueOf(place)))
            parts.AddRange(IsNested(group) ? Nested([.. group], given) : group.Select(place => new ShareStated(ValueOf(place), Given(place))));
        return Shares.Of(parts);
    }

    private static bool IsNested(IEnumerable<PlaceShare> group) =>
        group.Any(place => place.Code is { IsCountry: true }) && group.Any(place => place.Code is { IsCountry: false });

    private static IEnumerable<ShareStated> Nested(ImmutableArray<PlaceShare> group, decimal given)
    {
        var countries = group.Where(place => place.Code is { IsCountry: true }).ToList();
        var provinces = group.Where(place => place.Code is { IsCountry: false }).ToList();
        var stated = provinces.Select(province => new ShareStated(ValueOf(province), Given(province))).ToList();
        if (countries.All(country => Given(country) is null)) return stated;

        var whole = countries.Sum(country => Given(country) ?? 0m);
        var parts = stated.Sum(province => province.Percentage ?? 0m);
        var open = stated.Count(province => province.Percentage is null);
        if (open == stated.Count) return stated.Select(province => province with { Percentage = whole / open, Assumed = true });
        if (given <= MostTakenForWhole) return stated.Prepend(new ShareStated(ValueOf(countries[0]), whole));
        // Percentages of provinces are of the whole project where they fit into the country's, else of the country.
        if (parts > whole) return stated.Select(province => province with { Percentage = parts == 0m ? null : (province.Percentage ?? 0m) * whole / parts, Assumed = true });
        return open > 0
            ? stated.Select(province => province.Percentage is null ? province with { Percentage = (whole - parts) / open, Assumed = true } : province)
            : stated.Prepend(new ShareStated(ValueOf(countries[0]), whole - parts, Assumed: true));
    }

    private static string ValueOf(PlaceShare place) =>
        place.Code is { IsNone: false } code ? code.Value
        : place.Region is { } region ? region.ToString(CultureInfo.InvariantCulture)
        : FacetShare.None;

    private static decimal? Given(PlaceShare place) => place.Percentage is >= 0m and <= 1_000_000m ? place.Percentage : null;
}
