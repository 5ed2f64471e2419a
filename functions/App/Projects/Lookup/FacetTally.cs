using System.Collections.Immutable;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Counts and sums one facet, row by row. A project counts once in a value, and its money falls to values by share.</summary>
internal sealed class FacetTally
{
    private readonly Facet _facet;
    private readonly ValueTable _values;
    private readonly int[] _ups;
    private readonly int[] _counts;
    private readonly int[] _lastRow;
    private readonly Int128[] _micros;
    private int _row;

    public FacetTally(Facet facet, ValueTable values)
    {
        (_facet, _values) = (facet, values);
        var all = values.All;
        _ups = new int[all.Length];
        for (var i = 0; i < all.Length; i++) _ups[i] = all[i].Up;
        (_counts, _lastRow, _micros) = (new int[all.Length], new int[all.Length], new Int128[all.Length]);
    }

    /// <param name="micros">What of the project's money falls to the rest of the filter.</param>
    /// <param name="wanted">The values to count, by number; null for all.</param>
    public void Add(FacetColumn column, int row, long micros, bool[]? wanted = null)
    {
        _row++;
        for (var i = column.Starts[row]; i < column.Starts[row + 1]; i++)
        {
            var share = FacetColumn.ShareOf(column.Shares[i]);
            var part = Part(micros, share);
            for (var value = column.Values[i]; value >= 0; value = _ups[value])
            {
                if (wanted is not null && !wanted[value]) continue;
                if (_lastRow[value] != _row)
                {
                    _lastRow[value] = _row;
                    _counts[value]++;
                }

                _micros[value] += part;
            }
        }
    }

    public static long Part(long micros, int share) =>
        share == FacetShare.Whole ? micros : (long)Math.Round(micros * (share / (double)FacetShare.Whole));

    public ImmutableArray<FacetCount> Counts()
    {
        var names = NamesGiven();
        var counts = new List<FacetCount>();
        for (var number = 0; number < _counts.Length; number++)
        {
            var value = _values[number];
            if (_counts[number] == 0 || value.Name is not null) continue;
            var name = FacetTree.NameOf(_facet, value.Key) ?? names.GetValueOrDefault(number).Name ?? value.Key;
            counts.Add(new FacetCount(value.Key, name, value.Up >= 0 ? _values[value.Up].Key : null, _counts[number], Dollars(_micros[number])));
        }

        return [.. counts.OrderBy(count => count.Value == FacetShare.None).ThenByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal)];
    }

    /// <summary>US dollars and cents.</summary>
    public static decimal Dollars(Int128 micros) => Math.Round((decimal)micros / 1_000_000m, 2, MidpointRounding.AwayFromZero);

    /// <summary>What most projects call a value that no vocabulary names.</summary>
    private Dictionary<int, (string Name, int Count)> NamesGiven()
    {
        var names = new Dictionary<int, (string Name, int Count)>();
        for (var number = 0; number < _counts.Length; number++)
        {
            if (_counts[number] == 0 || _values[number] is not { Name: { } name, Up: var up }) continue;
            var rival = names.GetValueOrDefault(up);
            if (rival.Name is null || _counts[number] > rival.Count || (_counts[number] == rival.Count && string.CompareOrdinal(name, rival.Name) < 0))
                names[up] = (name, _counts[number]);
        }

        return names;
    }
}
