using System.Runtime.InteropServices;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// The pairs that are worth comparing: of all pairs, those that share something few records have. Each record has atoms, such as the words of
/// its title, its province, the quarter in which it starts; atoms make blocks. Blocks that are too large hold nothing that tells two records
/// apart; they are left out, and counted.
/// </summary>
/// <param name="Pairs">In order, each once.</param>
/// <param name="Blocks">How many blocks there were.</param>
/// <param name="Capped">How many of them were too large.</param>
/// <param name="LargestBlock">Records of one block, at the most.</param>
public sealed record Candidates(RecordPair[] Pairs, int Blocks, int Capped, int LargestBlock)
{
    /// <summary>What was frequent among the records.</summary>
    internal AtomCounts Frequent { get; init; } = AtomCounts.None;

    /// <param name="records">How many there are.</param>
    /// <param name="mayMatch">Whether two records can be the same at all; null where any two can.</param>
    public static Candidates Of(IReadOnlyList<Comparison> comparisons, int records, Func<int, int, bool>? mayMatch = null)
    {
        var (blocks, sizes, parts) = (Linkage.Blocks.Of(RecordAtoms.Of(comparisons, records)), new BlockSizes(), new List<Key[]>());
        foreach (var part in blocks.Parts())
        {
            sizes.Add(part);
            parts.Add(part);
        }

        var largest = sizes.Largest(records);
        var pairs = new List<ulong>(checked((int)sizes.PairsUpTo(largest)));
        foreach (var part in parts) Add(part, largest, pairs, mayMatch);
        return new Candidates(Distinct(pairs), sizes.Blocks, sizes.Over(largest), largest) { Frequent = blocks.Blocking.Frequent };
    }

    /// <summary>Adds the pairs of blocks that are not too large; in a crowd that says the very same, each is held against the first.</summary>
    /// <param name="keys">In order.</param>
    internal static void Add(Key[] keys, int largest, List<ulong> pairs, Func<int, int, bool>? mayMatch)
    {
        for (int first = 0, end; first < keys.Length; first = end)
        {
            end = Linkage.Blocks.End(keys, first);
            var isCrowd = end - first > largest;
            if (isCrowd && !Blocking.IsWhole(keys[first].Block)) continue;
            for (var one = first; one < (isCrowd ? first + 1 : end); one++)
                for (var other = one + 1; other < end; other++)
                    if (mayMatch?.Invoke(keys[one].Record, keys[other].Record) != false) pairs.Add(RecordPair.Of(keys[one].Record, keys[other].Record).Packed);
        }
    }

    /// <summary>In order, each once.</summary>
    internal static RecordPair[] Distinct(List<ulong> pairs)
    {
        var sorted = CollectionsMarshal.AsSpan(pairs);
        Sorting.Sort(sorted);
        var count = 0;
        for (var at = 0; at < sorted.Length; at++) count += at == 0 || sorted[at] != sorted[at - 1] ? 1 : 0;
        var distinct = new RecordPair[count];
        count = 0;
        for (var at = 0; at < sorted.Length; at++)
            if (at == 0 || sorted[at] != sorted[at - 1]) distinct[count++] = RecordPair.From(sorted[at]);
        return distinct;
    }
}
