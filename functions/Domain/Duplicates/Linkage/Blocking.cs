namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Which blocks a record is in: it follows from its atoms, and from how frequent they were when the parameters were made. An atom that few
/// records have is a block by itself; the rarest of the others are combined in twos; and all together are one, for records that say the same.
/// </summary>
/// <param name="frequent">Atoms of more than <see cref="Rare"/> records.</param>
internal sealed class Blocking(AtomCounts frequent)
{
    /// <summary>An atom of more records is combined with others.</summary>
    public const int Rare = 16;

    /// <summary>Records of one block, at the most: a larger one makes more pairs than it finds.</summary>
    public const int LargestBlock = 64;

    /// <summary>Rare atoms of a record that are blocks, at the most: a longer text has enough of them.</summary>
    public const int MostAlone = 256;

    /// <summary>Frequent atoms of a record that are combined.</summary>
    private const int Combined = 9;

    private readonly AtomTable _times = new(frequent);

    public AtomCounts Frequent => frequent;

    /// <summary>Whether a block holds records that say the very same; others share one or two atoms.</summary>
    public static bool IsWhole(ulong block) => (block & 1) != 0;

    public static bool IsOf(ulong block, int shard, int shards) => shards == 1 || (block >> 1) % (uint)shards == (uint)shard;

    /// <summary>Adds the blocks of a record.</summary>
    /// <param name="atoms">Of the record, in rising order, each once.</param>
    /// <param name="present">Counts of the atoms among the records at hand, which save the blocks of a single record; null where all are asked for.</param>
    public void AddBlocks(ReadOnlySpan<ulong> atoms, AtomTally? present, List<ulong> blocks)
    {
        if (atoms.Length == 0) return;
        var (all, alone) = (0ul, 0);
        var frequent = new Rarest(stackalloc int[Combined], stackalloc ulong[Combined]);
        foreach (var atom in atoms)
        {
            all = unchecked((all * 0x9E3779B97F4A7C15) + atom);
            var times = _times.Of(atom);
            if (times > Rare) frequent.Add(times, atom);
            // Of a very long text those that the same text elsewhere keeps as well: atoms come in order.
            if (times <= LargestBlock && ++alone <= MostAlone && (present is null || times > 0 || present.Of(atom) > 1)) blocks.Add(atom & ~1ul);
        }

        blocks.Add(Atom.Both(all, (ulong)atoms.Length) | 1);
        for (var one = 0; one < frequent.Count; one++)
            for (var other = one + 1; other < frequent.Count; other++)
                blocks.Add(Atom.Both(frequent[one], frequent[other]) & ~1ul);
    }

    /// <summary>The atoms that the fewest records have; of those that as many have, the smallest. In rising order of how many have them.</summary>
    private ref struct Rarest(Span<int> times, Span<ulong> atoms)
    {
        private readonly Span<int> _times = times;
        private readonly Span<ulong> _atoms = atoms;

        public int Count { get; private set; }

        public readonly ulong this[int at] => _atoms[at];

        /// <param name="atom">Larger than all before.</param>
        public void Add(int times, ulong atom)
        {
            if (Count == _times.Length && times >= _times[^1]) return;
            var at = Count < _times.Length ? Count++ : Count - 1;
            for (; at > 0 && _times[at - 1] > times; at--) (_times[at], _atoms[at]) = (_times[at - 1], _atoms[at - 1]);
            (_times[at], _atoms[at]) = (times, atom);
        }
    }
}
