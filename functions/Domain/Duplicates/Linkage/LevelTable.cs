namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>By comparison and level: how often a level is met, or its chance. Level 0, nothing to compare, says nothing.</summary>
internal static class LevelTable
{
    /// <param name="times">What stands at each level.</param>
    public static double[][] Of(IReadOnlyList<Comparison> comparisons, double times = 0) => [.. comparisons.Select(comparison => comparison.Levels.Select(_ => times).ToArray())];

    /// <summary>Adds the levels of a pattern.</summary>
    public static void Count(double[][] levels, ulong pattern, double times)
    {
        for (var at = 0; at < levels.Length; at++) levels[at][Pattern.Level(pattern, at)] += times;
    }

    public static void Add(double[][] levels, double[][] others, double times)
    {
        for (var at = 0; at < levels.Length; at++)
            for (var level = 1; level < levels[at].Length; level++) levels[at][level] += times * others[at][level];
    }

    /// <summary>Chances among the pairs that have something to compare, none of them 0.</summary>
    public static void Normalise(double[][] levels)
    {
        foreach (var ofComparison in levels)
        {
            ofComparison[Comparison.Nothing] = 0;
            var (sum, count) = (ofComparison.Sum(), ofComparison.Length - 1);
            for (var level = 1; level <= count; level++)
                ofComparison[level] = sum < 1e-6 ? 1.0 / count : (ofComparison[level] + (0.002 * sum / count)) / (sum * 1.002);
        }
    }

    /// <summary>
    /// Greater likeness never speaks less for "same": neighbouring levels where it would are taken as one. A title's place in a series is no likeness.
    /// </summary>
    public static void Rise(double[] same, double[] unrelated, Comparison comparison)
    {
        if (comparison is SeriesComparison) return;
        var steps = new List<(double Same, double Unrelated, int From, int To)>();
        for (var level = 1; level < same.Length; level++)
        {
            steps.Add((same[level], unrelated[level] + 1e-9, level, level));
            while (steps.Count > 1 && steps[^2].Same / steps[^2].Unrelated > steps[^1].Same / steps[^1].Unrelated)
            {
                var (lower, upper) = (steps[^2], steps[^1]);
                steps.RemoveRange(steps.Count - 2, 2);
                steps.Add((lower.Same + upper.Same, lower.Unrelated + upper.Unrelated, lower.From, upper.To));
            }
        }

        foreach (var (sum, against, from, to) in steps)
            for (var level = from; level <= to; level++) same[level] = sum * (unrelated[level] + 1e-9) / against;
    }
}
