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
        var (segment, matcher) = (view.Segment, new BlockMatcher(view, filter));
        Span<ulong> bits = stackalloc ulong[BlockMatcher.BlockWords];
        for (var block = 0; block < matcher.Blocks; block++)
        {
            matcher.MoveTo(block);
            matcher.Matches(bits);
            var first = block * BlockMatcher.BlockRows;
            foreach (var bit in new SetBits(bits))
            {
                var row = first + bit;
                var weight = filter.Weight(segment, row);
                total.Add(segment, row, weight);
                var micros = TotalTally.Weighted(segment.Usd.Amounts[row], weight);
                for (var facet = 0; facet < tallies.Length; facet++)
                    if (filter.Wanted[facet] is null) tallies[facet].Add(segment.Facets[facet], row, micros);
            }

            foreach (var facet in filter.Facets)
            {
                matcher.Matches(bits, except: facet);
                foreach (var bit in new SetBits(bits))
                {
                    var row = first + bit;
                    tallies[(int)facet].Add(segment.Facets[(int)facet], row, TotalTally.Weighted(segment.Usd.Amounts[row], filter.Weight(segment, row, except: facet)));
                }
            }
        }
    }
}
