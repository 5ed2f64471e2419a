using System.Collections.Immutable;
using System.Globalization;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Compares amounts by their ratio, in one currency: co-funders report their part of a budget, and rates move.</summary>
public sealed class AmountComparison : Comparison
{
    private readonly Ragged<double> _amounts;

    /// <param name="column">Numbers with a decimal point; what is none, or not over 0, says nothing.</param>
    /// <param name="worth">What one unit of the record's currency is worth, in any one currency; 1 where there are no currencies, 0 where that is not known and the amount says nothing.</param>
    public AmountComparison(string field, Column column, Func<int, double> worth)
        : base(field, "missing", "differ", "differ by more than a third", "differ by less than a third", "differ by less than a tenth", "are the same") =>
        _amounts = Ragged<double>.Of(column.Count, (record, amounts) =>
        {
            foreach (var text in column[record])
                if (Amount(text) * worth(record) is > 0 and var amount && double.IsFinite(amount)) amounts.Add(amount);
        });

    /// <summary>Of the two amounts that are nearest to each other.</summary>
    /// <inheritdoc/>
    public override ImmutableArray<double> Expected => [0.12, 0.16, 0.17, 0.15, 0.4];

    public override int Level(int left, int right)
    {
        var level = Nothing;
        foreach (var one in _amounts[left])
            foreach (var other in _amounts[right]) level = Math.Max(level, Level(one < other ? one / other : other / one));
        return level;
    }

    internal override void AddLevels(ReadOnlySpan<RecordPair> pairs, Span<ulong> patterns, int shift)
    {
        for (var at = 0; at < pairs.Length; at++) patterns[at] |= (ulong)Level(pairs[at].Left, pairs[at].Right) << shift;
    }

    private static int Level(double ratio) => ratio switch { > 0.995 => 5, > 0.9 => 4, > 0.7 => 3, > 0.3 => 2, _ => 1 };

    private static double Amount(string text) =>
        double.TryParse(text.AsSpan().TrimStart("$€£"), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) ? amount : 0;
}
