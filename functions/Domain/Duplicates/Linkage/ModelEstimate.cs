using System.Runtime.InteropServices;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Estimates a model from the candidates themselves, without being told which are the same: u from all of them, since most are not; m from
/// pairs that share an identifier, where there are enough; and all else by expectation and maximisation.
/// </summary>
internal sealed class ModelEstimate
{
    /// <summary>Pairs that share an identifier, from which m is taken as it is.</summary>
    private const int EnoughSeeds = 50;

    /// <summary>Among fewer records there are too few that are the same to learn from what is alike.</summary>
    private const int FewRecords = 2_000;

    /// <summary>Pairs that are the same for each of them, at the most.</summary>
    private const double SameEach = 0.1;

    private const double MetOfEach = 3;

    private const int Rounds = 30;

    /// <summary>Among a few records, what experience says of pairs that are the same counts as much as so many that share an identifier.</summary>
    private const double Experience = 100;

    /// <summary>Patterns are estimated from a part of the pairs, which is large enough for every level.</summary>
    private const int Sample = 150_000;

    /// <summary>Series are a class of their own where titles number things; elsewhere the class would take what it likes.</summary>
    private const double NumberedTitles = 0.1;

    private readonly IReadOnlyList<Comparison> _comparisons;
    private readonly (ulong Pattern, double Times)[] _patterns;
    private readonly double[][][] _chances;
    private readonly double[] _priors;
    private readonly double _mostSame;
    private readonly bool _isSeeded;
    private readonly bool _hasSeries;
    private readonly bool _alikeAreSame;
    private readonly RelatedSigns _signs;

    private ModelEstimate(IReadOnlyList<Comparison> comparisons, IReadOnlyList<RecordPair> pairs, ulong[] patterns)
    {
        _comparisons = comparisons;
        _signs = new RelatedSigns(comparisons);
        _patterns = Counted(patterns, pairs);
        _hasSeries = comparisons.OfType<SeriesComparison>().Any(static series => series.Share >= NumberedTitles);
        _priors = _hasSeries ? [0.9, 0.07, 0.03] : [0.97, 0, 0.03];
        var (shared, times) = Seeds(comparisons, patterns);
        var seeds = times >= EnoughSeeds ? shared : null;
        if (seeds is null && _hasSeries)
        {
            seeds = Alike(patterns);
            // Otherwise the class of the related, which is estimated, would take them: it is nearest to them.
            _alikeAreSame = seeds is not null;
        }

        _mostSame = 1;
        if (seeds is null && pairs.Count > 0 && IsFew(pairs) && Expected() is { } expected)
        {
            // A few records of one kind, such as the projects of one programme, are all alike: left to itself, the class would take them for the same.
            LevelTable.Add(shared, expected, Experience);
            seeds = shared;
            _mostSame = SameEach * (1 + pairs.Max(static pair => pair.Right)) / pairs.Count;
        }

        _isSeeded = seeds is not null;
        var unrelated = LevelTable.Of(_comparisons);
        foreach (var (pattern, often) in _patterns) LevelTable.Count(unrelated, pattern, often);
        // The candidates of a few records may all be the same: each level counts as met, so that none is taken for what all candidates show.
        if (_mostSame < 1) LevelTable.Add(unrelated, LevelTable.Of(_comparisons, 1), MetOfEach);
        LevelTable.Normalise(unrelated);
        var same = seeds ?? Guess();
        // What was chosen for sharing an identifier tells nothing of how often one is shared.
        for (var at = 0; at < comparisons.Count; at++)
            if (seeds is not null && comparisons[at] is IdentifierComparison identifier) same[at] = [0, .. identifier.Expected];
        LevelTable.Normalise(same);
        if (_mostSame < 1) Doubt(same, unrelated);
        for (var at = 0; at < comparisons.Count; at++) LevelTable.Rise(same[at], unrelated[at], comparisons[at]);
        _chances = [unrelated, Between(unrelated, same), same];
    }

    /// <param name="patterns">Those of the pairs.</param>
    public static MatchModel Of(IReadOnlyList<Comparison> comparisons, IReadOnlyList<RecordPair> pairs, ulong[] patterns)
    {
        var estimate = new ModelEstimate(comparisons, pairs, patterns);
        for (var round = 0; round < Rounds; round++) estimate.Improve();
        return MatchModel.Of([.. estimate._priors.Select(static prior => Math.Max(prior, 1e-12))], estimate._chances);
    }

    private void Improve()
    {
        var logs = _chances.Select(static ofClass => ofClass.Select(static levels => levels.Select(static chance => Math.Log(chance + 1e-9)).ToArray()).ToArray()).ToArray();
        var (counts, sums) = (_chances.Select(_ => LevelTable.Of(_comparisons)).ToArray(), new double[MatchModel.Classes]);
        Span<double> likelihoods = stackalloc double[MatchModel.Classes];
        foreach (var (pattern, times) in _patterns)
        {
            if (_alikeAreSame && IsAlike(pattern))
            {
                sums[(int)MatchClass.Same] += times;
                LevelTable.Count(counts[(int)MatchClass.Same], pattern, times);
                continue;
            }

            // Where few titles are numbered, the related have no class of their own; where no identifier shows what is the same, they are nearest
            // to it. They must not be learnt as the same.
            if (!(_hasSeries && _isSeeded) && _signs.AreProjects && _signs.Are(pattern))
            {
                var related = (int)(_hasSeries ? MatchClass.Related : MatchClass.Unrelated);
                sums[related] += times;
                LevelTable.Count(counts[related], pattern, times);
                continue;
            }

            var best = double.NegativeInfinity;
            for (var each = 0; each < MatchModel.Classes; each++)
            {
                likelihoods[each] = _priors[each] > 0 ? Math.Log(_priors[each]) : double.NegativeInfinity;
                for (var at = 0; at < _comparisons.Count; at++)
                    if (Pattern.Level(pattern, at) is not Comparison.Nothing and var level) likelihoods[each] += logs[each][at][level];
                best = Math.Max(best, likelihoods[each]);
            }

            var all = 0.0;
            foreach (ref var likelihood in likelihoods) all += likelihood = Math.Exp(likelihood - best);
            for (var each = 0; each < MatchModel.Classes; each++)
            {
                var part = likelihoods[each] / all * times;
                sums[each] += part;
                LevelTable.Count(counts[each], pattern, part);
            }
        }

        var total = sums.Sum();
        sums[(int)MatchClass.Same] = Math.Min(sums[(int)MatchClass.Same], _mostSame * total);
        for (var each = 0; each < MatchModel.Classes; each++)
        {
            _priors[each] = each == (int)MatchClass.Related && !_hasSeries ? 0 : Math.Max(sums[each] / total, 1e-6);
            // What pairs with one identifier show is known; the rest would draw it to what is merely alike.
            if (each == (int)MatchClass.Same && _isSeeded) continue;
            if (each == (int)MatchClass.Unrelated && _mostSame < 1) LevelTable.Add(counts[each], LevelTable.Of(_comparisons, 1), MetOfEach);
            LevelTable.Normalise(counts[each]);
            _chances[each] = counts[each];
        }

        for (var at = 0; at < _comparisons.Count; at++) LevelTable.Rise(_chances[2][at], _chances[0][at], _comparisons[at]);
    }

    private static (ulong, double)[] Counted(ulong[] patterns, IReadOnlyList<RecordPair> pairs)
    {
        var counts = new Dictionary<ulong, int>();
        var each = (uint)Math.Max(1, patterns.Length / Sample);
        for (var at = 0; at < patterns.Length; at++)
        {
            if (each > 1 && (uint)(unchecked(pairs[at].Packed * 0x9E3779B97F4A7C15) >> 32) > uint.MaxValue / each) continue;
            CollectionsMarshal.GetValueRefOrAddDefault(counts, patterns[at], out _)++;
        }

        return [.. counts.OrderBy(static count => count.Key).Select(static count => (count.Key, (double)count.Value))];
    }

    /// <summary>The levels of pairs that share an identifier, and how many they are.</summary>
    private (double[][] Levels, int Times) Seeds(IReadOnlyList<Comparison> comparisons, ulong[] patterns)
    {
        var (levels, seeds) = (LevelTable.Of(_comparisons), 0);
        for (var at = 0; at < comparisons.Count; at++)
        {
            if (comparisons[at] is not IdentifierComparison identifier) continue;
            foreach (var pattern in patterns)
            {
                if (Pattern.Level(pattern, at) != identifier.Highest) continue;
                seeds++;
                LevelTable.Count(levels, pattern, 1);
            }
        }

        return (levels, seeds);
    }

    /// <summary>
    /// The levels of pairs that are alike in nearly everything, where no identifier tells which are the same and series might be taken for them;
    /// null where they are too few.
    /// </summary>
    private double[][]? Alike(ulong[] patterns)
    {
        var (levels, seeds) = (LevelTable.Of(_comparisons), 0);
        foreach (var pattern in patterns)
        {
            if (!IsAlike(pattern)) continue;
            seeds++;
            LevelTable.Count(levels, pattern, 1);
        }

        return seeds >= EnoughSeeds ? levels : null;
    }

    private bool IsAlike(ulong pattern)
    {
        var (compared, alike) = (0, 0);
        for (var at = 0; at < _comparisons.Count; at++)
        {
            var level = Pattern.Level(pattern, at);
            if (level == Comparison.Nothing || _comparisons[at] is SourceComparison) continue;
            if ((_comparisons[at] is SeriesComparison && level < 3) || (_comparisons[at] is PeriodComparison && level < 4)) return false;
            compared++;
            if (level * 3 >= _comparisons[at].Highest * 2) alike++;
        }

        return compared >= 5 && alike >= compared - 1;
    }

    /// <summary>Where nothing is known, each level is met twice as often as the one below.</summary>
    private double[][] Guess() => [.. _comparisons.Select(static comparison => comparison.Levels.Select(static (_, level) => level == Comparison.Nothing ? 0 : Math.Pow(2.2, level)).ToArray())];

    /// <summary>What experience says of all comparisons; null where it says nothing of one.</summary>
    private double[][]? Expected()
    {
        if (_comparisons.Any(static comparison => comparison.Expected.IsEmpty)) return null;
        double[][] expected = [.. _comparisons.Select(static comparison => (double[])[0, .. comparison.Expected])];
        LevelTable.Normalise(expected);
        return expected;
    }

    /// <summary>Related pairs are between the two, but for their place in the series and in time.</summary>
    private double[][] Between(double[][] unrelated, double[][] same)
    {
        var between = LevelTable.Of(_comparisons);
        for (var at = 0; at < between.Length; at++)
        {
            for (var level = 1; level < between[at].Length; level++) between[at][level] = Math.Sqrt(unrelated[at][level] * same[at][level]);
            if (_comparisons[at] is SeriesComparison) (between[at][1], between[at][2], between[at][3], between[at][4]) = (0.5, 0.2, 0.2, 0.1);
            if (_comparisons[at] is PeriodComparison) (between[at][1], between[at][2]) = (0.15, 0.3);
        }

        LevelTable.Normalise(between);
        return between;
    }

    /// <summary>Where hardly any title is numbered, two that are numbered differently are rare; that is no likeness.</summary>
    private void Doubt(double[][] same, double[][] unrelated)
    {
        for (var at = 0; at < _comparisons.Count; at++)
            if (_comparisons[at] is SeriesComparison) (same[at][1], same[at][2]) = (Math.Min(same[at][1], unrelated[at][1] / 64), Math.Min(same[at][2], unrelated[at][2] / 4));
    }

    private static bool IsFew(IReadOnlyList<RecordPair> pairs)
    {
        foreach (var pair in pairs)
            if (pair.Right >= FewRecords) return false;
        return true;
    }
}
