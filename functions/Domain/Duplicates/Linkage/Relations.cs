using System.Collections.Concurrent;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Which candidates that are not the same are of one series or framework.</summary>
/// <param name="Weights">Of the candidates, in their order and in bits: over 0 where they are related; negative infinity where they are the same.</param>
public sealed record Relations(RelatedModel Model, double[] Weights)
{
    /// <param name="isSame">Whether the candidate at a place is the same; by its group, where there are groups.</param>
    public static Relations Of(Matching matching, Func<int, bool> isSame) =>
        Of(matching.Comparisons, matching.Candidates.Pairs, Pattern.OfAll(matching.Comparisons, matching.Candidates.Pairs), isSame);

    /// <param name="patterns">Those of the pairs.</param>
    internal static Relations Of(IReadOnlyList<Comparison> comparisons, RecordPair[] pairs, ulong[] patterns, Func<int, bool> isSame)
    {
        var model = RelatedEstimate.Of(comparisons, patterns, isSame);
        var (weights, all) = (new double[pairs.Length], comparisons.ToArray());
        Parallel.ForEach(Partitioner.Create(0, Math.Max(1, pairs.Length), 16_384), range =>
        {
            for (var at = range.Item1; at < Math.Min(range.Item2, pairs.Length); at++)
                weights[at] = isSame(at) ? double.NegativeInfinity : model.Weight(all, pairs[at], patterns[at]);
        });
        return new Relations(model, weights);
    }
}
