using System.Globalization;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Compares amounts by their ratio, in one currency: co-funders report their part of a budget, and rates move.</summary>
public sealed class AmountComparison : Comparison
{
    private readonly double[] _amounts;

    /// <param name="column">Numbers with a decimal point; what is none, or not over 0, says nothing.</param>
    /// <param name="worth">What one unit of the record's currency is worth, in any one currency; 1 where there are no currencies, 0 where that is not known and the amount says nothing.</param>
    public AmountComparison(string field, IReadOnlyList<string> column, Func<int, double> worth)
        : base(field, "missing", "differ", "differ by more than a third", "differ by less than a third", "differ by less than a tenth", "are the same") =>
        _amounts = [.. column.Select((text, record) => double.TryParse(text.AsSpan().TrimStart("$€£"), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) && amount > 0 && double.IsFinite(amount) ? amount * worth(record) : 0)];

    public override int Level(int left, int right)
    {
        var (one, other) = (_amounts[left], _amounts[right]);
        if (one == 0 || other == 0) return Nothing;
        var ratio = one < other ? one / other : other / one;
        return ratio switch { > 0.995 => 5, > 0.9 => 4, > 0.7 => 3, > 0.3 => 2, _ => 1 };
    }
}
