using System.Text;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Projects;

namespace ParisPact.Tests.Projects.Lookup;

/// <summary>The same answers by looking at every project, with none of the projection's means.</summary>
internal static class Naive
{
    public static List<StoredProject> Page(IEnumerable<StoredProject> all, ProjectFilter filter) => [.. all
        .Where(stored => Asked(stored, filter, null))
        .OrderByDescending(stored => stored.Origin.At).ThenBy(stored => stored.Key)];

    public static Dictionary<string, (int Count, decimal Usd)> Facet(IEnumerable<StoredProject> all, ProjectFilter filter, Facet facet, MonthlyRates rates) => all
        .Where(stored => Asked(stored, filter, facet))
        .SelectMany(stored => Values(stored, facet).Select(value => (value, stored)))
        .GroupBy(pair => pair.value, pair => pair.stored)
        .ToDictionary(group => group.Key, group => (group.Count(), group.Sum(stored => Usd(stored, rates) * Weight(stored, filter, facet) * ShareIn(stored, facet, [group.Key]))));

    public static Dictionary<(string Row, string Column), (int Count, decimal Usd)> Matrix(IEnumerable<StoredProject> all, ProjectFilter filter, Facet rows, Facet columns, MonthlyRates rates) => (
        from stored in all
        where Asked(stored, filter, null)
        from row in Values(stored, rows).Where(value => Within(filter, rows, value))
        from column in Values(stored, columns).Where(value => Within(filter, columns, value))
        group stored by (row, column))
        .ToDictionary(cell => cell.Key, cell => (cell.Count(), cell.Sum(stored =>
            Usd(stored, rates) * Weight(stored, filter, rows, columns) * ShareIn(stored, rows, [cell.Key.row]) * ShareIn(stored, columns, [cell.Key.column]))));

    public static (int Count, decimal Usd) Total(IEnumerable<StoredProject> all, ProjectFilter filter, MonthlyRates rates)
    {
        var asked = all.Where(stored => Asked(stored, filter, null)).ToList();
        return (asked.Count, asked.Sum(stored => Usd(stored, rates) * Weight(stored, filter)));
    }

    public static decimal Usd(StoredProject stored, MonthlyRates rates) => UsdSum.Of(ProjectMoney.Of(stored.Project.Money).Amount.AsSpan(), rates).Usd;

    private static bool Asked(StoredProject stored, ProjectFilter filter, Facet? except)
    {
        if (stored.Withdrawn && !filter.Withdrawn) return false;
        if (filter.From is { } from && stored.Project.Dates.End < from) return false;
        if (filter.To is { } to && stored.Project.Dates.Start > to) return false;
        var words = SearchWords.Of(stored.Project);
        for (var i = 0; i < filter.Words.Length; i++)
            if (!(i < filter.Words.Length - 1 ? words.Contains(filter.Words[i]) : words.Any(word => word.StartsWith(filter.Words[i], StringComparison.Ordinal)))) return false;
        return filter.Values.All(wanted => wanted.Key == except || FacetShares.Of(stored.Project, wanted.Key).Any(share => wanted.Value.Any(key => FacetTree.IsWithin(wanted.Key, share.Value, key))));
    }

    private static bool Within(ProjectFilter filter, Facet facet, string value) =>
        !filter.Values.TryGetValue(facet, out var keys) || keys.Any(key => FacetTree.IsWithin(facet, value, key));

    private static decimal Weight(StoredProject stored, ProjectFilter filter, params Facet[] except) => filter.Values
        .Where(wanted => !except.Contains(wanted.Key))
        .Aggregate(1m, (weight, wanted) => weight * ShareIn(stored, wanted.Key, wanted.Value));

    private static decimal ShareIn(StoredProject stored, Facet facet, IReadOnlyCollection<string> keys) => FacetShares.Of(stored.Project, facet)
        .Where(share => keys.Any(key => FacetTree.IsWithin(facet, share.Value, key)))
        .Sum(share => share.Millionths / 1_000_000m);

    private static IEnumerable<string> Values(StoredProject stored, Facet facet) => FacetShares.Of(stored.Project, facet)
        .SelectMany(share => FacetTree.ParentOf(facet, share.Value) is { } parent ? new[] { share.Value, parent } : [share.Value])
        .Distinct();
}
