using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>What people's verdicts change of a model's weights: how much it may be relied on, where it draws the line, and what a level says.</summary>
/// <param name="Scale">What one bit of the model is worth, over 0; under 1 where it is too sure of itself.</param>
/// <param name="Shift">Bits that are added to every weight.</param>
/// <param name="Bits">By comparison and level: bits that are added where a pair has the level. The lowest level says nothing here either.</param>
public sealed record Correction(double Scale, double Shift, ImmutableArray<ImmutableArray<double>> Bits)
{
    /// <summary>Changes nothing.</summary>
    public static Correction None { get; } = new(1, 0, []);

    /// <summary>The weight after the correction, in bits.</summary>
    public double Apply(double weight, IReadOnlyList<Comparison> comparisons, RecordPair pair) => Apply(weight, Pattern.Of(comparisons, pair));

    internal double Apply(double weight, ulong pattern)
    {
        var sum = (Scale * weight) + Shift;
        for (var at = 0; at < Bits.Length; at++) sum += Bits[at][Pattern.Level(pattern, at)];
        return sum;
    }

    /// <summary>The prior and reasons of a model after the correction: they add up to the weight after it.</summary>
    /// <param name="reasons">In the order of the comparisons.</param>
    public (double Prior, ImmutableArray<Reason> Reasons) Explain(double prior, ImmutableArray<Reason> reasons, IReadOnlyList<Comparison> comparisons, RecordPair pair)
    {
        var pattern = Pattern.Of(comparisons, pair);
        return ((Scale * prior) + Shift, [.. reasons.Select((reason, at) => reason with { Bits = (Scale * reason.Bits) + (at < Bits.Length ? Bits[at][Pattern.Level(pattern, at)] : 0) })]);
    }
}
