using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Puts a project's countries and the places in them together so that no part of it counts twice.</summary>
internal static class PlaceShares
{
    /// <param name="countries">Countries and regions of several countries.</param>
    /// <param name="local">Subdivisions and places beside a country; those of unknown country have no code.</param>
    /// <returns>
    /// The local places in their country's stead, and the countries that have none. Where a country has one of several shares and its
    /// provinces none, they divide it equally; a province's own percentage is of the whole project.
    /// </returns>
    public static IEnumerable<PlaceShare> Combine(IReadOnlyList<PlaceShare> countries, IReadOnlyList<PlaceShare> local)
    {
        if (local.Count == 0) return Merged(countries);
        var placed = new HashSet<PlaceShare>();
        var result = new List<PlaceShare>();
        foreach (var country in countries)
        {
            var inside = country.Code is { } code ? local.Where(place => place.Code?.Country == code).ToList() : [];
            if (inside.Count == 0)
            {
                result.Add(country);
                continue;
            }

            var shared = country.Percentage is > 0 and < 100 && inside.TrueForAll(place => place.Percentage is null);
            foreach (var (at, place) in inside.Index())
            {
                if (placed.Add(place)) result.Add(shared ? place with { Percentage = Part(country.Percentage!.Value, inside.Count, at) } : place);
            }
        }

        result.AddRange(local.Where(place => !placed.Contains(place)));
        return Merged(result);
    }

    /// <summary>A place that a list names twice has both its parts.</summary>
    private static IEnumerable<PlaceShare> Merged(IEnumerable<PlaceShare> places) => places
        .GroupBy(place => (place.Code, place.Region, place.Name, Written: place.Code is null ? place.AsWritten : null))
        .Select(same => same.Count() == 1 || same.Any(place => place.Percentage is null) ? same.First() : same.First() with { Percentage = same.Sum(place => place.Percentage) });

    private static decimal Part(decimal whole, int parts, int at)
    {
        var part = Math.Round(whole / parts, 2, MidpointRounding.ToZero);
        return at == parts - 1 ? whole - (part * (parts - 1)) : part;
    }
}
