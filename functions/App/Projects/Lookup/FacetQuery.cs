using System.Collections.Immutable;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Answers how many projects a filter asks for, and how they divide among the values of every facet.</summary>
internal static class FacetQuery
{
    public static FacetAnswer Of(Projection projection, ProjectFilter filter)
    {
        var compiled = CompiledFilter.Of(filter, projection.Values);
        var total = new TotalTally(projection.Values.Currencies);
        var tallies = Enum.GetValues<Facet>().Select(facet => new FacetTally(facet, projection.Values[facet])).ToArray();
        foreach (var view in projection.Segments) Count(view, compiled, total, tallies);
        return new FacetAnswer(
            total.Total(),
            Enum.GetValues<Facet>().ToImmutableSortedDictionary(static facet => facet, facet => tallies[(int)facet].Counts()));
    }

    private static void Count(SegmentView view, CompiledFilter filter, TotalTally total, FacetTally[] tallies)
    {
        var (segment, matcher, found) = (view.Segment, new BlockMatcher(view, filter), new BlockRows());
        for (var block = 0; block < matcher.Blocks; block++)
        {
            matcher.MoveTo(block);
            found.Read(matcher, block);
            found.Weigh(segment, filter, except: null);
            total.Add(segment, found);
            for (var facet = 0; facet < tallies.Length; facet++)
                if (filter.Wanted[facet] is null) tallies[facet].Add(segment.Facets[facet], found.Rows, found.Micros);
            foreach (var facet in filter.Facets)
            {
                found.Read(matcher, block, except: facet);
                found.Weigh(segment, filter, except: facet);
                tallies[(int)facet].Add(segment.Facets[(int)facet], found.Rows, found.Micros);
            }
        }
    }
}
