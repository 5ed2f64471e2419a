using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>The rows of one block that a filter asks for, with their money: read facet by facet, which is quicker than row by row.</summary>
internal sealed class BlockRows
{
    private readonly ulong[] _bits = new ulong[BlockMatcher.BlockWords];
    private readonly int[] _rows = new int[BlockMatcher.BlockRows];
    private readonly long[] _micros = new long[BlockMatcher.BlockRows];
    private readonly double[] _weights = new double[BlockMatcher.BlockRows];
    private int _count;

    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    /// <summary>What of each row's amount falls to what the filter asks for.</summary>
    public ReadOnlySpan<long> Micros => _micros.AsSpan(0, _count);

    /// <summary>The part of each row that falls to what the filter asks for: 0 to 1.</summary>
    public ReadOnlySpan<double> Weights => _weights.AsSpan(0, _count);

    public void Read(BlockMatcher matcher, int block, Facet? except = null)
    {
        matcher.Matches(_bits, except);
        _count = 0;
        foreach (var bit in new SetBits(_bits)) _rows[_count++] = (block * BlockMatcher.BlockRows) + bit;
    }

    public void Weigh(Segment segment, CompiledFilter filter, Facet? except, Facet? alsoExcept = null)
    {
        for (var i = 0; i < _count; i++)
        {
            _weights[i] = filter.Facets.IsEmpty ? 1.0 : filter.Weight(segment, _rows[i], except, alsoExcept);
            _micros[i] = TotalTally.Weighted(segment.Usd.Amounts[_rows[i]], _weights[i]);
        }
    }
}
