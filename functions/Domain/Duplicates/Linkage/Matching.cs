using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Candidates, model and weights of a set of records.</summary>
/// <param name="Comparisons">As they are after they have learnt.</param>
/// <param name="Weights">Of the candidates, in their order; in bits.</param>
public sealed record Matching(ImmutableArray<Comparison> Comparisons, Candidates Candidates, MatchModel Model, double[] Weights)
{
    /// <summary>From here on a pair is the same for the learning of other names: eight to one.</summary>
    private const double Sure = 3;

    /// <summary>For comparing other records, or the same ones after they have changed, in the same way.</summary>
    public MatchParameters Parameters => new(Records, [.. Comparisons.Select(static comparison => comparison.Parameters)], Candidates.Frequent, Candidates.LargestBlock, Model.Priors, Model.Bits);

    /// <summary>How many there were.</summary>
    public int Records { get; private init; }

    /// <param name="finished">Is told of each phase when it ends.</param>
    public static Matching Of(ImmutableArray<Comparison> comparisons, int records, Func<int, int, bool>? mayMatch = null, Action<string>? finished = null)
    {
        var candidates = Candidates.Of(comparisons, records, mayMatch);
        finished?.Invoke("candidates");
        return Of(comparisons, records, candidates, finished);
    }

    internal static Matching Of(ImmutableArray<Comparison> comparisons, int records, Candidates candidates, Action<string>? finished = null)
    {
        var patterns = Pattern.OfAll(comparisons, candidates.Pairs);
        finished?.Invoke("comparing");
        var model = ModelEstimate.Of(comparisons, candidates.Pairs, patterns);
        finished?.Invoke("estimating");
        var weights = Weigh(model, comparisons, candidates.Pairs, patterns);
        finished?.Invoke("weighing");
        if (!comparisons.Any(static comparison => comparison.Learns)) return new Matching(comparisons, candidates, model, weights) { Records = records };

        // Other names of organisations show in pairs that are the same by all else.
        var sure = candidates.Pairs.Where((_, at) => weights[at] > Sure).ToList();
        comparisons = [.. comparisons.Select(comparison => comparison.Learn(sure))];
        Pattern.Renew(comparisons, candidates.Pairs, patterns);
        model = ModelEstimate.Of(comparisons, candidates.Pairs, patterns);
        weights = Weigh(model, comparisons, candidates.Pairs, patterns);
        finished?.Invoke("learning");
        return new Matching(comparisons, candidates, model, weights) { Records = records };
    }

    private static double[] Weigh(MatchModel model, ImmutableArray<Comparison> comparisons, RecordPair[] pairs, ulong[] patterns)
    {
        var (weights, all) = (new double[pairs.Length], comparisons.ToArray());
        Parallel.ForEach(Partitioner.Create(0, Math.Max(1, pairs.Length), 16_384), range =>
        {
            for (var at = range.Item1; at < Math.Min(range.Item2, pairs.Length); at++) weights[at] = model.Weight(all, pairs[at], patterns[at]);
        });
        return weights;
    }
}
