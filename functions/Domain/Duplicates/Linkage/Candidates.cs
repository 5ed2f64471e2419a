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
    public static Candidates Of(IReadOnlyList<Comparison> comparisons, int records, Func<int, int, bool>? mayMatch = null) =>
        Of(Linkage.Blocks.Of(RecordAtoms.Of(comparisons, records)), mayMatch, long.MaxValue);

    /// <param name="most">Where the blocks hold more pairs, an even sample of the candidates is taken.</param>
    internal static Candidates Of(Blocks blocks, Func<int, int, bool>? mayMatch, long most)
    {
        var (sizes, parts) = (new BlockSizes(), new List<Key[]>());
        foreach (var part in blocks.Parts())
        {
            sizes.Add(part);
            parts.Add(part);
            // Many parts are made again, one at a time: they would not all fit.
            if (most < long.MaxValue && parts.Count > 1) parts.Clear();
        }

        var largest = sizes.Largest(blocks.Records);
        var inAll = sizes.PairsUpTo(largest);
        var each = (uint)Math.Max(1, inAll / Math.Min(most, int.MaxValue));
        var pairs = new List<ulong>(checked((int)(inAll / each)));
        foreach (var part in parts.Count > 0 ? parts : blocks.Parts()) Add(part, largest, pairs, mayMatch, each);
        return new Candidates(Distinct(pairs), sizes.Blocks, sizes.Over(largest), largest) { Frequent = blocks.Blocking.Frequent };
    }

    /// <summary>Adds the pairs of blocks that are not too large; in a crowd that says the very same, each is held against the first.</summary>
    /// <param name="keys">In order.</param>
    /// <param name="each">Of so many pairs one is taken, whichever blocks it is in.</param>
    internal static void Add(Key[] keys, int largest, List<ulong> pairs, Func<int, int, bool>? mayMatch = null, uint each = 1)
    {
        for (int first = 0, end; first < keys.Length; first = end)
        {
            end = Linkage.Blocks.End(keys, first);
            var isCrowd = end - first > largest;
            if (isCrowd && !Blocking.IsWhole(keys[first].Block)) continue;
            for (var one = first; one < (isCrowd ? first + 1 : end); one++)
            {
                for (var other = one + 1; other < end; other++)
                {
                    var pair = RecordPair.Of(keys[one].Record, keys[other].Record).Packed;
                    if (each > 1 && (uint)(unchecked(pair * 0xD6E8FEB86659FD93) >> 32) > uint.MaxValue / each) continue;
                    if (mayMatch?.Invoke(keys[one].Record, keys[other].Record) != false) pairs.Add(pair);
                }
            }
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
