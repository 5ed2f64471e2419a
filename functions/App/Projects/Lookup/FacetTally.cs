using System.Collections.Immutable;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Counts and sums one facet, row by row. A project counts once in a value, and its money falls to values by share.</summary>
internal sealed class FacetTally
{
    private readonly Facet _facet;
    private readonly ValueTable _values;
    private readonly int[] _ups;
    private readonly Sum[] _sums;
    private int _row;

    public FacetTally(Facet facet, ValueTable values)
    {
        (_facet, _values) = (facet, values);
        var all = values.All;
        _ups = new int[all.Length];
        for (var i = 0; i < all.Length; i++) _ups[i] = all[i].Up;
        _sums = new Sum[all.Length];
    }

    /// <param name="rows">Rows of the segment.</param>
    /// <param name="micros">For each of them, what of the project's money falls to the rest of the filter.</param>
    /// <param name="wanted">The values to count, by number; null for all.</param>
    public void Add(FacetColumn column, ReadOnlySpan<int> rows, ReadOnlySpan<long> micros, bool[]? wanted = null)
    {
        var (starts, values, shares) = (column.Starts, column.Values, column.Shares);
        for (var i = 0; i < rows.Length; i++)
        {
            _row++;
            for (int j = starts[rows[i]], end = starts[rows[i] + 1]; j < end; j++)
                Add(values[j], Part(micros[i], FacetColumn.ShareOf(shares[j])), wanted);
        }
    }

    private void Add(int value, long part, bool[]? wanted)
    {
        for (; value >= 0; value = _ups[value])
        {
            if (wanted is not null && !wanted[value]) continue;
            ref var sum = ref _sums[value];
            if (sum.LastRow != _row)
            {
                sum.LastRow = _row;
                sum.Count++;
            }

            // 128 bits hold the largest amounts of 10,000,000,000,000,000,000 projects.
            sum.Micros = unchecked(sum.Micros + part);
        }
    }

    public static long Part(long micros, int share) =>
        share == FacetShare.Whole ? micros : (long)Math.Round(micros * (share / (double)FacetShare.Whole));

    public ImmutableArray<FacetCount> Counts()
    {
        var names = NamesGiven();
        var counts = new List<FacetCount>();
        for (var number = 0; number < _sums.Length; number++)
        {
            var value = _values[number];
            if (_sums[number].Count == 0 || value.Name is not null) continue;
            var name = FacetTree.NameOf(_facet, value.Key) ?? names.GetValueOrDefault(number).Name ?? value.Key;
            counts.Add(new FacetCount(value.Key, name, value.Up >= 0 ? _values[value.Up].Key : null, _sums[number].Count, Dollars(_sums[number].Micros)));
        }

        return [.. counts.OrderBy(count => count.Value == FacetShare.None).ThenByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal)];
    }

    /// <summary>US dollars and cents.</summary>
    public static decimal Dollars(Int128 micros) => Math.Round((decimal)micros / 1_000_000m, 2, MidpointRounding.AwayFromZero);

    /// <summary>What most projects call a value that no vocabulary names.</summary>
    private Dictionary<int, (string Name, int Count)> NamesGiven()
    {
        var names = new Dictionary<int, (string Name, int Count)>();
        for (var number = 0; number < _sums.Length; number++)
        {
            if (_sums[number].Count == 0 || _values[number] is not { Name: { } name, Up: var up }) continue;
            var rival = names.GetValueOrDefault(up);
            if (rival.Name is null || _sums[number].Count > rival.Count || (_sums[number].Count == rival.Count && string.CompareOrdinal(name, rival.Name) < 0))
                names[up] = (name, _sums[number].Count);
        }

        return names;
    }

    private struct Sum
    {
        public int LastRow;
        public int Count;
        public Int128 Micros;
    }
}
