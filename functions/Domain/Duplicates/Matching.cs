using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates;

/// <summary>Candidates, model and weights of a set of records.</summary>
/// <param name="Comparisons">As they are after they have learnt.</param>
/// <param name="Weights">Of the candidates, in their order; in bits.</param>
public sealed record Matching(ImmutableArray<Comparison> Comparisons, Candidates Candidates, MatchModel Model, double[] Weights)
{
    /// <summary>From here on a pair is the same for the learning of other names: eight to one.</summary>
    private const double Sure = 3;

    private const int MostLessons = 300_000;

    /// <param name="finished">Is told of each phase when it ends.</param>
    public static Matching Of(ImmutableArray<Comparison> comparisons, int records, Func<int, int, bool>? mayMatch = null, Action<string>? finished = null)
    {
        var candidates = Candidates.Of(comparisons, records, mayMatch);
        finished?.Invoke("candidates");
        comparisons = Learnt(comparisons, candidates.Pairs);
        finished?.Invoke("learning");
        var patterns = Pattern.OfAll(comparisons, candidates.Pairs);
        finished?.Invoke("comparing");
        var model = ModelEstimate.Of(comparisons, candidates.Pairs, patterns);
        finished?.Invoke("estimating");
        var weights = new double[patterns.Length];
        Parallel.For(0, patterns.Length, at => weights[at] = model.Weight(comparisons, candidates.Pairs[at], patterns[at]));
        finished?.Invoke("weighing");
        return new Matching(comparisons, candidates, model, weights);
    }

    /// <summary>Other names of organisations show in pairs that are the same by all else; a part of the pairs is enough to see them.</summary>
    private static ImmutableArray<Comparison> Learnt(ImmutableArray<Comparison> comparisons, RecordPair[] pairs)
    {
        if (!comparisons.Any(static comparison => comparison is OrganisationComparison)) return comparisons;
        var step = Math.Max(1, pairs.Length / MostLessons);
        var some = pairs.Where((_, at) => at % step == 0).ToArray();
        var patterns = Pattern.OfAll(comparisons, some);
        var model = ModelEstimate.Of(comparisons, some, patterns);
        var sure = some.Where((pair, at) => model.Weight(comparisons, pair, patterns[at]) > Sure).ToList();
        return [.. comparisons.Select(comparison => comparison.Learn(sure))];
    }
}
