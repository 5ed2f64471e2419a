using System.Collections.Immutable;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>A filter in the numbers of one projection.</summary>
/// <param name="Facets">The facets that it names.</param>
/// <param name="Wanted">By facet, then by number of a value: whether the filter asks for it or for what it lies within; null for a facet that the filter does not name.</param>
internal sealed record CompiledFilter(ProjectFilter Filter, ImmutableArray<Facet> Facets, bool[]?[] Wanted)
{
    public static CompiledFilter Of(ProjectFilter filter, ValueTables values)
    {
        var wanted = new bool[]?[ValueTables.Facets];
        foreach (var (facet, keys) in filter.Values) wanted[(int)facet] = NumbersOf(values[facet], keys);
        return new CompiledFilter(filter, [.. filter.Values.Keys], wanted);
    }

    /// <summary>The part of a row that falls to what the filter asks for in the facets it names, but for some of them: 0 to 1.</summary>
    public double Weight(Segment segment, int row, Facet? except = null, Facet? alsoExcept = null)
    {
        var weight = 1.0;
        foreach (var facet in Facets)
        {
            if (facet == except || facet == alsoExcept) continue;
            var (column, wanted, sum) = (segment.Facets[(int)facet], Wanted[(int)facet]!, 0);
            for (var i = column.Starts[row]; i < column.Starts[row + 1]; i++)
                if (wanted[column.Values[i]]) sum += FacetColumn.ShareOf(column.Shares[i]);
            if (sum != FacetShare.Whole) weight *= sum / (double)FacetShare.Whole;
        }

        return weight;
    }

    private static bool[] NumbersOf(ValueTable table, ImmutableArray<string> keys)
    {
        var values = table.All;
        var wanted = new bool[values.Length];
        foreach (var key in keys)
            if (table.Find(key) is >= 0 and var number && number < wanted.Length) wanted[number] = true;
        // A value is numbered after those that it lies within.
        for (var number = 0; number < values.Length; number++)
            wanted[number] |= values[number].Up >= 0 && wanted[values[number].Up];
        return wanted;
    }
}
