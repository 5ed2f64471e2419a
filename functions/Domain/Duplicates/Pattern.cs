using System.Collections.Concurrent;

namespace ParisPact.Domain.Duplicates;

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

    public static ulong[] OfAll(IReadOnlyList<Comparison> comparisons, IReadOnlyList<RecordPair> pairs)
    {
        if (comparisons.Count > MostComparisons) throw new ArgumentException($"There are {comparisons.Count} comparisons; a pattern holds {MostComparisons}.", nameof(comparisons));
        var (patterns, all) = (new ulong[pairs.Count], comparisons.ToArray());
        Parallel.ForEach(Partitioner.Create(0, pairs.Count, Chunk), range =>
        {
            for (var at = range.Item1; at < range.Item2; at++) patterns[at] = Of(all, pairs[at]);
        });
        return patterns;
    }
}
