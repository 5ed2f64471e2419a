using System.Collections.Immutable;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>
/// Leaves one of several records that people have confirmed to be one project: of those that a filter asks for, the one that leads. Which one
/// that is depends on the filter: who asks for one partner's projects gets that partner's record.
/// </summary>
/// <param name="groups">Keys of records of one project, the one that leads first; a record is in one group at the most.</param>
internal sealed class ToldOnce(IReadOnlyList<ImmutableArray<ProjectKey>> groups)
{
    public FacetAnswer Facets(Projection projection, ProjectFilter filter)
    {
        var answer = FacetQuery.Of(Of(projection, filter), filter);
        // A facet's own counts do not heed the filter's values of that facet, and so are of other records.
        foreach (var facet in filter.Values.Keys)
        {
            var others = FacetQuery.Of(Of(projection, filter with { Values = filter.Values.Remove(facet) }), filter).Facets[facet];
            answer = answer with { Facets = answer.Facets.SetItem(facet, others) };
        }

        return answer;
    }

    /// <summary>The projection with one of each group of those that the filter asks for.</summary>
    public Projection Of(Projection projection, ProjectFilter filter)
    {
        if (groups.Count == 0) return projection;
        var matches = MatchSet.Of(projection, filter);
        return projection.Without([.. groups.SelectMany(group => group.Where(matches.Contains).Skip(1))]);
    }
}
