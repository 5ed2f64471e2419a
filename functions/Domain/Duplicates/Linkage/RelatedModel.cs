using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// The second step: whether two records that are not the same are of one series or framework. A model of two classes and of its own, so that
/// nothing it learns can move what is the same. What is the same is never asked of it.
/// </summary>
/// <param name="Prior">How much likelier than not it is that a candidate which is not the same is related, in bits; negative infinity where there is no sign of any series.</param>
/// <param name="Bits">By comparison and level: what the level says for "related", in bits. The lowest level says nothing.</param>
/// <param name="Unrelated">By comparison: the bits of the chance of the highest level among pairs that are not related, against which a rare value is held.</param>
public sealed record RelatedModel(double Prior, ImmutableArray<ImmutableArray<double>> Bits, ImmutableArray<double> Unrelated)
{
    /// <summary>As in <see cref="MatchModel"/>: half of what a value's rarity says, since values of several fields are seldom independent.</summary>
    private const double OfRarity = 0.5;
    private const double MostRarity = 2.5 / 0.6931471805599453;

    /// <summary>Of a register in which nothing speaks of series.</summary>
    public static RelatedModel None { get; } = new(double.NegativeInfinity, [], []);

    /// <summary>How much likelier than not it is that a pair which is not the same is related, in bits: over 0, it is.</summary>
    public double Weight(IReadOnlyList<Comparison> comparisons, RecordPair pair) => Weight(comparisons, pair, Pattern.Of(comparisons, pair));

    internal double Weight(IReadOnlyList<Comparison> comparisons, RecordPair pair, ulong pattern)
    {
        if (double.IsNegativeInfinity(Prior)) return Prior;
        var weight = Prior;
        for (var at = 0; at < Bits.Length; at++) weight += Of(comparisons[at], at, Pattern.Level(pattern, at), pair);
        return weight;
    }

    /// <summary>What speaks for and against it, in the order of the comparisons; together with the prior they add up to the weight.</summary>
    public (double Prior, ImmutableArray<Reason> Reasons) Explain(IReadOnlyList<Comparison> comparisons, RecordPair pair)
    {
        if (double.IsNegativeInfinity(Prior)) return (Prior, []);
        var (pattern, reasons) = (Pattern.Of(comparisons, pair), ImmutableArray.CreateBuilder<Reason>(Bits.Length));
        for (var at = 0; at < Bits.Length; at++)
        {
            var level = Pattern.Level(pattern, at);
            reasons.Add(new Reason(comparisons[at].Field, comparisons[at].Levels[level], Of(comparisons[at], at, level, pair)));
        }

        return (Prior, reasons.MoveToImmutable());
    }

    private double Of(Comparison comparison, int at, int level, RecordPair pair)
    {
        if (level == Comparison.Nothing) return 0;
        var rarity = level == comparison.Highest && comparison.FrequencyBits(pair.Left, pair.Right) is <= 0 and var frequency
            ? Math.Clamp(Unrelated[at] - frequency, -MostRarity, MostRarity) * OfRarity
            : 0;
        return Bits[at][level] + rarity;
    }
}
