using System.Collections.Immutable;
using System.Runtime.Intrinsics;

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

    /// <summary>Of unrelated, related and same, in this order; the fourth is of no account.</summary>
    private readonly Vector256<double> _priors;

    /// <summary>The same for the levels of all comparisons, <see cref="Pattern.MostLevels"/> for each.</summary>
    private readonly Vector256<double>[] _bits;
    private readonly int[] _highest;

    public MatchModel(MatchParameters parameters)
    {
        (Priors, Bits) = (parameters.Priors, parameters.Bits);
        _priors = Vector256.Create(Priors[0], Priors[1], Priors[2], 0);
        _highest = [.. Bits[0].Select(static levels => levels.Length - 1)];
        _bits = new Vector256<double>[_highest.Length * Pattern.MostLevels];
        for (var at = 0; at < _highest.Length; at++)
            for (var level = 1; level <= _highest[at]; level++) _bits[(at * Pattern.MostLevels) + level] = Vector256.Create(Bits[0][at][level], Bits[1][at][level], Bits[2][at][level], 0);
    }

    /// <param name="priors">The part of the candidates in each class.</param>
    /// <param name="chances">By class, comparison and level: the chance of the level among pairs that have something to compare.</param>
    internal static MatchModel Of(IReadOnlyList<double> priors, double[][][] chances) => new(new MatchParameters(
        0,
        [],
        AtomCounts.None,
        0,
        [.. priors.Select(Math.Log2)],
        [.. chances.Select(static ofClass => ofClass.Select(static ofComparison => ofComparison.Select(static chance => Math.Log2(chance + 1e-9)).ToImmutableArray()).ToImmutableArray())]));

    /// <summary>By class.</summary>
    public ImmutableArray<double> Priors { get; }

    /// <summary>By class, comparison and level.</summary>
    public ImmutableArray<ImmutableArray<ImmutableArray<double>>> Bits { get; }

    /// <summary>How much more likely than all else it is that a pair is the same, in bits: over 0, it is.</summary>
    public double Weight(IReadOnlyList<Comparison> comparisons, RecordPair pair) => Weight(Span(comparisons), pair, Pattern.Of(comparisons, pair));

    internal double Weight(ReadOnlySpan<Comparison> comparisons, RecordPair pair, ulong pattern)
    {
        var sums = Sums(comparisons, pair, pattern);
        return sums[2] - Sum(sums[0], sums[1]);
    }

    /// <summary>The likeliest class of a pair.</summary>
    public MatchClass ClassOf(IReadOnlyList<Comparison> comparisons, RecordPair pair)
    {
        var sums = Sums(Span(comparisons), pair, Pattern.Of(comparisons, pair));
        return sums[2] > Sum(sums[0], sums[1]) ? MatchClass.Same : sums[1] > sums[0] ? MatchClass.Related : MatchClass.Unrelated;
    }

    /// <summary>
    /// What speaks for and against a pair, in the order of the comparisons: the steps from the prior to the weight, as a waterfall shows them.
    /// Together with the prior they add up to <see cref="Weight(IReadOnlyList{Comparison}, RecordPair)"/>.
    /// </summary>
    public (double Prior, ImmutableArray<Reason> Reasons) Explain(IReadOnlyList<Comparison> comparisons, RecordPair pair)
    {
        var pattern = Pattern.Of(comparisons, pair);
        var sums = _priors;
        var prior = sums[2] - Sum(sums[0], sums[1]);
        var (before, reasons) = (prior, ImmutableArray.CreateBuilder<Reason>());
        for (var at = 0; at < comparisons.Count; at++)
        {
            var level = Pattern.Level(pattern, at);
            sums = Add(sums, Span(comparisons), at, level, pair);
            var after = sums[2] - Sum(sums[0], sums[1]);
            reasons.Add(new Reason(comparisons[at].Field, comparisons[at].Levels[level], after - before));
            before = after;
        }

        return (prior, reasons.ToImmutable());
    }

    private static ReadOnlySpan<Comparison> Span(IReadOnlyList<Comparison> comparisons) => comparisons switch
    {
        ImmutableArray<Comparison> some => some.AsSpan(),
        Comparison[] some => some,
        _ => comparisons.ToArray(),
    };

    private Vector256<double> Sums(ReadOnlySpan<Comparison> comparisons, RecordPair pair, ulong pattern)
    {
        var sums = _priors;
        for (var at = 0; at < _highest.Length; at++) sums = Add(sums, comparisons, at, Pattern.Level(pattern, at), pair);
        return sums;
    }

    private Vector256<double> Add(Vector256<double> sums, ReadOnlySpan<Comparison> comparisons, int at, int level, RecordPair pair)
    {
        if (level == Comparison.Nothing) return sums;
        var bits = _bits[(at * Pattern.MostLevels) + level];
        sums += bits;
        if (level != _highest[at] || comparisons[at].FrequencyBits(pair.Left, pair.Right) is not (<= 0 and var frequency)) return sums;
        var rarity = Math.Clamp(bits[0] - frequency, LeastRarity, MostRarity) * OfRarity;
        return sums + Vector256.Create(0, rarity, rarity, 0);
    }

    /// <summary>The sum of two chances that are given in bits.</summary>
    private static double Sum(double one, double other)
    {
        var (more, less) = one > other ? (one, other) : (other, one);
        // Less than a thousandth of a bit.
        return less < more - 11 ? more : more + Math.Log2(1 + Math.Exp((less - more) * Math.Log(2)));
    }
}
