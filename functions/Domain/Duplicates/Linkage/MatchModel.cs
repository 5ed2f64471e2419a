using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// The Fellegi-Sunter model of three classes: how often each level of each comparison is met among pairs of each class, in bits. A pair's match
/// weight is the sum of what its levels say for "same" against the other two.
/// </summary>
/// <remarks>I. P. Fellegi and A. B. Sunter, "A Theory for Record Linkage", 1969; with weights by the frequency of values as there.</remarks>
public sealed class MatchModel
{
    public const int Classes = 3;

    /// <summary>Half of what a value's rarity says: values of several fields are seldom independent.</summary>
    private const double OfRarity = 0.5;
    private const double LeastRarity = -1.5 / 0.6931471805599453;
    private const double MostRarity = 3 / 0.6931471805599453;

    private readonly double[] _priors;
    private readonly double[][][] _bits;

    /// <param name="priors">The part of the candidates in each class.</param>
    /// <param name="chances">By class, comparison and level: the chance of the level among pairs that have something to compare.</param>
    internal MatchModel(IReadOnlyList<double> priors, double[][][] chances)
    {
        _priors = [.. priors.Select(Math.Log2)];
        _bits = [.. chances.Select(static ofClass => ofClass.Select(static ofComparison => ofComparison.Select(static chance => Math.Log2(chance + 1e-9)).ToArray()).ToArray())];
    }

    public MatchModel(MatchParameters parameters)
    {
        _priors = [.. parameters.Priors];
        _bits = [.. parameters.Bits.Select(static ofClass => ofClass.Select(static ofComparison => ofComparison.ToArray()).ToArray())];
    }

    /// <summary>By class.</summary>
    public ImmutableArray<double> Priors => [.. _priors];

    /// <summary>By class, comparison and level.</summary>
    public ImmutableArray<ImmutableArray<ImmutableArray<double>>> Bits => [.. _bits.Select(static ofClass => ofClass.Select(static ofComparison => ofComparison.ToImmutableArray()).ToImmutableArray())];

    /// <summary>How much more likely than all else it is that a pair is the same, in bits: over 0, it is.</summary>
    public double Weight(IReadOnlyList<Comparison> comparisons, RecordPair pair) => Weight(comparisons, pair, Pattern.Of(comparisons, pair));

    internal double Weight(IReadOnlyList<Comparison> comparisons, RecordPair pair, ulong pattern)
    {
        var (unrelated, related, same) = Sums(comparisons, pair, pattern);
        return same - Sum(unrelated, related);
    }

    /// <summary>The likeliest class of a pair.</summary>
    public MatchClass ClassOf(IReadOnlyList<Comparison> comparisons, RecordPair pair)
    {
        var (unrelated, related, same) = Sums(comparisons, pair, Pattern.Of(comparisons, pair));
        return same > Sum(unrelated, related) ? MatchClass.Same : related > unrelated ? MatchClass.Related : MatchClass.Unrelated;
    }

    /// <summary>
    /// What speaks for and against a pair, in the order of the comparisons: the steps from the prior to the weight, as a waterfall shows them.
    /// Together with the prior they add up to <see cref="Weight(IReadOnlyList{Comparison}, RecordPair)"/>.
    /// </summary>
    public (double Prior, ImmutableArray<Reason> Reasons) Explain(IReadOnlyList<Comparison> comparisons, RecordPair pair)
    {
        var pattern = Pattern.Of(comparisons, pair);
        var bits = (Unrelated: _priors[0], Related: _priors[1], Same: _priors[2]);
        var prior = bits.Same - Sum(bits.Unrelated, bits.Related);
        var (before, reasons) = (prior, ImmutableArray.CreateBuilder<Reason>());
        for (var at = 0; at < comparisons.Count; at++)
        {
            var level = Pattern.Level(pattern, at);
            bits = Add(bits, comparisons[at], at, level, pair);
            var after = bits.Same - Sum(bits.Unrelated, bits.Related);
            reasons.Add(new Reason(comparisons[at].Field, comparisons[at].Levels[level], after - before));
            before = after;
        }

        return (prior, reasons.ToImmutable());
    }

    private (double Unrelated, double Related, double Same) Sums(IReadOnlyList<Comparison> comparisons, RecordPair pair, ulong pattern)
    {
        var bits = (_priors[0], _priors[1], _priors[2]);
        for (var at = 0; at < comparisons.Count; at++) bits = Add(bits, comparisons[at], at, Pattern.Level(pattern, at), pair);
        return bits;
    }

    private (double Unrelated, double Related, double Same) Add((double Unrelated, double Related, double Same) bits, Comparison comparison, int at, int level, RecordPair pair)
    {
        if (level == Comparison.Nothing) return bits;
        var unrelated = _bits[0][at][level];
        var rarity = level == comparison.Highest && comparison.Frequency(pair.Left, pair.Right) is > 0 and var frequency
            ? Math.Clamp(unrelated - Math.Log2(frequency), LeastRarity, MostRarity) * OfRarity
            : 0;
        return (bits.Unrelated + unrelated, bits.Related + _bits[1][at][level] + rarity, bits.Same + _bits[2][at][level] + rarity);
    }

    /// <summary>The sum of two chances that are given in bits.</summary>
    private static double Sum(double one, double other)
    {
        var (more, less) = one > other ? (one, other) : (other, one);
        // Less than a thousandth of a bit.
        return less < more - 11 ? more : more + Math.Log2(1 + Math.Exp((less - more) * Math.Log(2)));
    }
}
