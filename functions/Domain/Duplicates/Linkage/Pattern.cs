using System.Collections.Concurrent;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>The levels of all comparisons of a pair, four bits each: pairs with one pattern have one weight.</summary>
internal static class Pattern
{
    public const int MostComparisons = 16;

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
    public static void Renew(IReadOnlyList<Comparison> comparisons, IReadOnlyList<RecordPair> pairs, ulong[] patterns)
    {
        var learnt = Enumerable.Range(0, comparisons.Count).Where(at => comparisons[at].Learns).ToArray();
        Parallel.ForEach(Partitioner.Create(0, Math.Max(1, pairs.Count), Chunk), range =>
        {
            for (var at = range.Item1; at < Math.Min(range.Item2, pairs.Count); at++)
                foreach (var comparison in learnt)
                    patterns[at] = (patterns[at] & ~(15ul << (Bits * comparison))) | ((ulong)comparisons[comparison].Level(pairs[at].Left, pairs[at].Right) << (Bits * comparison));
        });
    }

    public static ulong[] OfAll(IReadOnlyList<Comparison> comparisons, IReadOnlyList<RecordPair> pairs)
    {
        if (comparisons.Count > MostComparisons) throw new ArgumentException($"There are {comparisons.Count} comparisons; a pattern holds {MostComparisons}.", nameof(comparisons));
        var (patterns, all) = (new ulong[pairs.Count], comparisons.ToArray());
        Parallel.ForEach(Partitioner.Create(0, Math.Max(1, pairs.Count), Chunk), range =>
        {
            for (var at = range.Item1; at < Math.Min(range.Item2, pairs.Count); at++) patterns[at] = Of(all, pairs[at]);
        });
        return patterns;
    }
}
