using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Estimates from the candidates that are not the same what those of one series look like, without being told: from pairs that show it by
/// themselves (<see cref="RelatedSigns"/>), then by expectation and maximisation, in which those keep half of the say.
/// </summary>
internal sealed class RelatedEstimate
{
    /// <summary>Half of what is met among those that show it: else the class grows into all that one donor does in one country.</summary>
    private const double OfSigns = 0.5;

    /// <summary>Related pairs for each that shows it by itself, at the most: where few show it, few are taken.</summary>
    private const double MostForEach = 4;

    /// <summary>From fewer nothing is learnt.</summary>
    private const int Fewest = 5;

    /// <summary>What is taken for likely where few pairs show it counts as much as these.</summary>
    private const double Guessed = 10;

    private const int Rounds = 10;

    private readonly IReadOnlyList<Comparison> _comparisons;
    private readonly (ulong Pattern, double Times, bool Shows, bool MayBe)[] _patterns;
    private readonly double[][] _signs;
    private readonly double _shown;
    private double[][] _related;
    private double[][] _unrelated;

    /// <summary>In bits.</summary>
    private double _prior;

    private RelatedEstimate(IReadOnlyList<Comparison> comparisons, Dictionary<ulong, int> counts)
    {
        _comparisons = comparisons;
        var signs = new RelatedSigns(comparisons);
        _patterns = [.. counts.OrderBy(static count => count.Key).Select(count => (count.Key, (double)count.Value, signs.Are(count.Key), signs.MayBe(count.Key)))];
        _shown = _patterns.Where(static pattern => pattern.Shows).Sum(static pattern => pattern.Times);
        (_signs, _unrelated, var all) = (Guess(), LevelTable.Of(_comparisons), 0.0);
        foreach (var (pattern, times, shows, _) in _patterns)
        {
            all += times;
            LevelTable.Count(_unrelated, pattern, times);
            if (shows) LevelTable.Count(_signs, pattern, times);
        }

        _prior = Math.Log2(Math.Clamp(2 * _shown / Math.Max(1, all), 1e-9, 0.2));
        LevelTable.Normalise(_signs);
        LevelTable.Normalise(_unrelated);
        _related = [.. _signs.Select(static levels => levels.ToArray())];
    }

    /// <param name="patterns">Of all candidates.</param>
    /// <param name="isSame">Whether the candidate at a place is the same.</param>
    public static RelatedModel Of(IReadOnlyList<Comparison> comparisons, ulong[] patterns, Func<int, bool> isSame)
    {
        var counts = new Dictionary<ulong, int>();
        for (var at = 0; at < patterns.Length; at++)
            if (!isSame(at)) CollectionsMarshal.GetValueRefOrAddDefault(counts, patterns[at], out _)++;
        var estimate = new RelatedEstimate(comparisons, counts);
        if (estimate._shown < Fewest) return RelatedModel.None;
        for (var round = 0; round < Rounds && estimate.Improve(); round++)
        {
        }

        return estimate.Model();
    }

    /// <returns>Whether there is anything to gain from another round.</returns>
    private bool Improve()
    {
        var weights = Weights();
        var (related, unrelated, some, others) = (LevelTable.Of(_comparisons), LevelTable.Of(_comparisons), 0.0, 0.0);
        for (var pattern = 0; pattern < weights.Length; pattern++)
        {
            var part = _patterns[pattern].Times * Chance(_prior + weights[pattern]);
            var rest = _patterns[pattern].Times - part;
            some += part;
            others += rest;
            LevelTable.Count(related, _patterns[pattern].Pattern, part);
            LevelTable.Count(unrelated, _patterns[pattern].Pattern, rest);
        }

        // It has left what shows it by itself, and grows into something else.
        if (some > MostForEach * _shown) return false;
        for (var at = 0; at < related.Length; at++)
        {
            var sum = related[at].Sum() - related[at][Comparison.Nothing];
            for (var level = 1; level < related[at].Length; level++) related[at][level] += OfSigns * sum * _signs[at][level];
        }

        LevelTable.Normalise(related);
        LevelTable.Normalise(unrelated);
        (_related, _unrelated) = (related, unrelated);
        _prior = Math.Log2(Math.Max(some, 1e-9) / others);
        return true;
    }

    /// <summary>What every pattern's levels say, in bits; what may not be learnt from is impossible.</summary>
    private double[] Weights()
    {
        var (bits, weights) = (Bits(), new double[_patterns.Length]);
        for (var pattern = 0; pattern < weights.Length; pattern++)
        {
            if (!_patterns[pattern].MayBe) weights[pattern] = double.NegativeInfinity;
            else
                for (var at = 0; at < bits.Length; at++) weights[pattern] += bits[at][Pattern.Level(_patterns[pattern].Pattern, at)];
        }

        return weights;
    }

    /// <summary>The prior, or a lower one by which no more are taken than those that show it warrant.</summary>
    private double Prior()
    {
        var weights = Weights();
        if (Expected(_prior) <= MostForEach * _shown) return _prior;
        var (low, high) = (_prior - 64, _prior);
        for (var step = 0; step < 16; step++)
        {
            var middle = (low + high) / 2;
            if (Expected(middle) > MostForEach * _shown) high = middle;
            else low = middle;
        }

        return low;

        double Expected(double at)
        {
            var sum = 0.0;
            for (var pattern = 0; pattern < weights.Length; pattern++) sum += _patterns[pattern].Times * Chance(at + weights[pattern]);
            return sum;
        }
    }

    private static double Chance(double bits) => bits < -40 ? 0 : 1 / (1 + Math.Exp(-bits * Math.Log(2)));

    private RelatedModel Model() => new(
        Prior(),
        [.. Bits().Select(static ofComparison => ofComparison.ToImmutableArray())],
        [.. _unrelated.Select(static levels => Math.Log2(levels[^1]))]);

    private double[][] Bits() => [.. _related.Select((levels, at) => levels.Select((chance, level) => level == Comparison.Nothing ? 0 : Math.Log2(chance / _unrelated[at][level])).ToArray())];

    /// <summary>Each level is met more often than the one below, but a series' numbers differ and its periods follow one another or lie one in the other.</summary>
    private double[][] Guess()
    {
        var guess = new double[_comparisons.Count][];
        for (var at = 0; at < guess.Length; at++)
        {
            double[] levels = _comparisons[at] switch
            {
                SeriesComparison => [0, 0.5, 0.35, 0.12, 0.03],
                PeriodComparison => [0, 0.15, 0.35, 0.1, 0.12, 0.1, 0.17, 0.01],
                SourceComparison => [0, 0.7, 0.3],
                _ => [.. _comparisons[at].Levels.Select(static (_, level) => level == Comparison.Nothing ? 0 : Math.Pow(2.2, level))],
            };
            var sum = levels.Sum();
            guess[at] = [.. levels.Select(level => Guessed * level / sum)];
        }

        return guess;
    }
}
