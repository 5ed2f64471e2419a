using System.Collections.Concurrent;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>The levels of all comparisons of a pair, four bits each: pairs with one pattern have one weight.</summary>
internal static class Pattern
{
    public const int MostComparisons = 16;
    public const int MostLevels = 16;

    private const int Bits = 4;
    private const int Chunk = 16_384;

    public static int Level(ulong pattern, int comparison) => (int)((pattern >> (Bits * comparison)) & 15);

    public static ulong Of(IReadOnlyList<Comparison> comparisons, RecordPair pair)
    {
        var pattern = 0ul;
        for (var at = 0; at < comparisons.Count; at++) pattern |= (ulong)comparisons[at].Level(pair.Left, pair.Right) << (Bits * at);
        return pattern;
    }

    /// <summary>Compares again what has learnt.</summary>
    public static void Renew(IReadOnlyList<Comparison> comparisons, RecordPair[] pairs, ulong[] patterns) =>
        Add(comparisons, [.. Enumerable.Range(0, comparisons.Count).Where(at => comparisons[at].Learns)], pairs, patterns);

    public static ulong[] OfAll(IReadOnlyList<Comparison> comparisons, RecordPair[] pairs)
    {
        var patterns = new ulong[pairs.Length];
        Add(comparisons, [.. Enumerable.Range(0, comparisons.Count)], pairs, patterns);
        return patterns;
    }

    /// <summary>Compares pairs, one comparison after the other: its data are then near.</summary>
    public static void Add(IReadOnlyList<Comparison> comparisons, IReadOnlyList<int> which, ReadOnlySpan<RecordPair> pairs, Span<ulong> patterns)
    {
        foreach (var comparison in which)
        {
            foreach (ref var pattern in patterns) pattern &= ~(15ul << (Bits * comparison));
            comparisons[comparison].AddLevels(pairs, patterns, Bits * comparison);
        }
    }

    private static void Add(IReadOnlyList<Comparison> comparisons, int[] which, RecordPair[] pairs, ulong[] patterns)
    {
        if (comparisons.Count > MostComparisons) throw new ArgumentException($"There are {comparisons.Count} comparisons; a pattern holds {MostComparisons}.", nameof(comparisons));
        Parallel.ForEach(Partitioner.Create(0, Math.Max(1, pairs.Length), Chunk), range =>
        {
            var (first, length) = (range.Item1, Math.Min(range.Item2, pairs.Length) - range.Item1);
            Add(comparisons, which, pairs.AsSpan(first, length), patterns.AsSpan(first, length));
        });
    }
}
