using System.Runtime.InteropServices;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// The pairs that are worth comparing: of all pairs, those that share something few records have. Each record has atoms, such as the words of
/// its title, its province, the quarter in which it starts. An atom that few records have is a block by itself; the rarest of the others are
/// combined in twos. Blocks that are too large hold nothing that tells two records apart; they are left out, and counted.
/// </summary>
/// <param name="Pairs">In order, each once.</param>
/// <param name="Blocks">How many blocks there were.</param>
/// <param name="Capped">How many of them were too large.</param>
public sealed record Candidates(RecordPair[] Pairs, int Blocks, int Capped)
{
    /// <summary>An atom of more records is combined with others.</summary>
    private const int Rare = 16;

    /// <summary>Records of one block, at the most: a larger one makes more pairs than it finds.</summary>
    private const int LargestBlock = 64;

    /// <summary>
    /// Pairs for each record, those counted several times that several blocks hold: the largest blocks are left out until there are no more.
    /// Where there are few records, more can be afforded.
    /// </summary>
    private const int PairsEach = 40;

    private const int AffordablePairs = 1_000_000;

    private const int SmallestCap = 8;

    /// <summary>Atoms of a record that are combined.</summary>
    private const int Combined = 9;

    /// <param name="records">How many there are.</param>
    /// <param name="mayMatch">Whether two records can be the same at all; null where any two can.</param>
    public static Candidates Of(IReadOnlyList<Comparison> comparisons, int records, Func<int, int, bool>? mayMatch = null)
    {
        var atoms = new ulong[records][];
        Parallel.For(0, Chunks(records), chunk =>
        {
            var buffer = new List<ulong>();
            for (var record = chunk * Chunk; record < Math.Min(records, (chunk + 1) * Chunk); record++)
            {
                buffer.Clear();
                foreach (var comparison in comparisons) comparison.AddAtoms(record, buffer);
                buffer.Sort();
                atoms[record] = Distinct(buffer);
            }
        });

        var times = new Dictionary<ulong, int>();
        foreach (var ofRecord in atoms)
            foreach (var atom in ofRecord) CollectionsMarshal.GetValueRefOrAddDefault(times, atom, out _)++;

        var starts = new int[Chunks(records) + 1];
        Parallel.For(0, starts.Length - 1, chunk => starts[chunk + 1] = Count(atoms, times, chunk));
        for (var chunk = 1; chunk < starts.Length; chunk++) starts[chunk] += starts[chunk - 1];
        var sorted = new Key[starts[^1]];
        Parallel.For(0, starts.Length - 1, chunk => Fill(sorted.AsSpan(starts[chunk]..starts[chunk + 1]), atoms, times, chunk));
        Sorting.ByKey(sorted);
        return Paired(sorted, atoms, mayMatch);
    }

    private const int Chunk = 4_096;

    private static int Chunks(int records) => (records + Chunk - 1) / Chunk;

    private static int Count(ulong[][] atoms, Dictionary<ulong, int> times, int chunk)
    {
        var keys = 0;
        for (var record = chunk * Chunk; record < Math.Min(atoms.Length, (chunk + 1) * Chunk); record++)
        {
            var frequent = 0;
            foreach (var atom in atoms[record])
            {
                var count = times[atom];
                if (count > Rare) frequent++;
                if (count is > 1 and <= LargestBlock) keys++;
            }

            frequent = Math.Min(Combined, frequent);
            keys += frequent * (frequent - 1) / 2;
        }

        return keys;
    }

    private static void Fill(Span<Key> keys, ulong[][] atoms, Dictionary<ulong, int> times, int chunk)
    {
        var (at, frequent) = (0, new List<(int Times, ulong Atom)>());
        for (var record = chunk * Chunk; record < Math.Min(atoms.Length, (chunk + 1) * Chunk); record++)
        {
            frequent.Clear();
            foreach (var atom in atoms[record])
            {
                var count = times[atom];
                if (count > Rare) frequent.Add((count, atom));
                if (count is > 1 and <= LargestBlock) keys[at++] = new Key(atom, record);
            }

            frequent.Sort();
            for (var one = 0; one < Math.Min(Combined, frequent.Count); one++)
                for (var other = one + 1; other < Math.Min(Combined, frequent.Count); other++)
                    keys[at++] = new Key(Atom.Both(frequent[one].Atom, frequent[other].Atom), record);
        }
    }

    private static Candidates Paired(Key[] keys, ulong[][] atoms, Func<int, int, bool>? mayMatch)
    {
        var (most, raw, blocks, capped) = Sizes(keys, atoms.Length);
        var pairs = new List<ulong>(raw);
        for (int first = 0, end; first < keys.Length; first = end)
        {
            end = End(keys, first);
            if (end - first < 2 || end - first > most) continue;
            for (var one = first; one < end; one++)
                for (var other = one + 1; other < end; other++)
                    Add(keys[one].Record, keys[other].Record);
        }

        foreach (var alike in Alike(atoms))
            for (var next = 1; next < alike.Count; next++) Add(alike[0], alike[next]);

        var packed = CollectionsMarshal.AsSpan(pairs);
        Sorting.Sort(packed);
        return new Candidates(Distinct(packed), blocks, capped);

        void Add(int one, int other)
        {
            if (mayMatch?.Invoke(one, other) != false) pairs.Add(RecordPair.Of(one, other).Packed);
        }
    }

    /// <summary>How large a block may be, and how many pairs all such blocks hold.</summary>
    private static (int Most, int Pairs, int Blocks, int Capped) Sizes(Key[] keys, int records)
    {
        var (sizes, blocks) = (new int[LargestBlock + 1], 0);
        for (int first = 0, end; first < keys.Length; first = end)
        {
            end = End(keys, first);
            if (end - first < 2) continue;
            blocks++;
            if (end - first <= LargestBlock) sizes[end - first]++;
        }

        var (most, pairs, taken) = (1, 0L, 0);
        while (most < LargestBlock && (most < SmallestCap || pairs + ((long)sizes[most + 1] * (most + 1) * most / 2) <= Math.Max(AffordablePairs, (long)PairsEach * records)))
        {
            most++;
            pairs += (long)sizes[most] * most * (most - 1) / 2;
            taken += sizes[most];
        }

        return (most, checked((int)pairs), blocks, blocks - taken);
    }

    private static int End(Key[] keys, int first)
    {
        var end = first + 1;
        while (end < keys.Length && keys[end].Block == keys[first].Block) end++;
        return end;
    }

    /// <summary>Records that say the very same and are too many for a block: each is held against the first.</summary>
    private static IEnumerable<List<int>> Alike(ulong[][] atoms)
    {
        var alike = new Dictionary<ulong, List<int>>();
        for (var record = 0; record < atoms.Length; record++)
        {
            if (atoms[record].Length == 0) continue;
            var all = atoms[record][0];
            foreach (var atom in atoms[record]) all = unchecked((all * 31) + atom);
            ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(alike, all, out _);
            (same ??= []).Add(record);
        }

        return alike.Values.Where(static same => same.Count > LargestBlock);
    }

    private static ulong[] Distinct(List<ulong> sorted)
    {
        var distinct = new List<ulong>(sorted.Count);
        foreach (var atom in sorted)
            if (distinct.Count == 0 || distinct[^1] != atom) distinct.Add(atom);
        return [.. distinct];
    }

    private static RecordPair[] Distinct(ReadOnlySpan<ulong> sorted)
    {
        var count = 0;
        for (var at = 0; at < sorted.Length; at++) count += at == 0 || sorted[at] != sorted[at - 1] ? 1 : 0;
        var pairs = new RecordPair[count];
        count = 0;
        for (var at = 0; at < sorted.Length; at++)
            if (at == 0 || sorted[at] != sorted[at - 1]) pairs[count++] = RecordPair.From(sorted[at]);
        return pairs;
    }
}
