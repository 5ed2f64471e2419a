using System.Collections.Immutable;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Counts and sums all rows that a filter asks for.</summary>
internal sealed class TotalTally(ValueTable currencies)
{
    private readonly SortedDictionary<string, decimal> _unconverted = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, decimal> _spendingUnconverted = new(StringComparer.Ordinal);
    private int _count;
    private Int128 _micros;
    private Int128 _spendingMicros;

    public void Add(Segment segment, BlockRows found)
    {
        for (var i = 0; i < found.Rows.Length; i++) Add(segment, found.Rows[i], found.Weights[i]);
    }

    private void Add(Segment segment, int row, double weight)
    {
        _count++;
        var usd = segment.Usd;
        _micros = unchecked(_micros + Weighted(usd.Amounts[row], weight));
        _spendingMicros = unchecked(_spendingMicros + Weighted(usd.Spending[row], weight));
        var left = usd.Unconverted;
        for (var i = left.Starts[row]; i < left.Starts[row + 1]; i++)
        {
            var sums = i < left.SpendingStarts[row] ? _unconverted : _spendingUnconverted;
            var currency = currencies[left.Currencies[i]].Key;
            sums[currency] = sums.GetValueOrDefault(currency) + (weight == 1.0 ? left.Amounts[i] : left.Amounts[i] * (decimal)weight);
        }
    }

    public static long Weighted(long micros, double weight) => weight == 1.0 ? micros : (long)Math.Round(micros * weight);

    public Total Total() => new(_count, FacetTally.Dollars(_micros), FacetTally.Dollars(_spendingMicros), Amounts(_unconverted), Amounts(_spendingUnconverted));

    private static ImmutableArray<CurrencyAmount> Amounts(SortedDictionary<string, decimal> sums) =>
        [.. sums.Select(static sum => new CurrencyAmount(sum.Key, Math.Round(sum.Value, 2, MidpointRounding.AwayFromZero)))];
}
