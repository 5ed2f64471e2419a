namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>The blocks of some records.</summary>
/// <param name="atoms">Of each record.</param>
/// <param name="present">Of these atoms; null where nobody has counted.</param>
internal sealed class Blocks(Ragged<ulong> atoms, Blocking blocking, AtomTally? present)
{
    private const int Chunk = 4_096;

    /// <summary>Blocks of records that are sorted at one time, which bounds the memory that it takes.</summary>
    private const int AtOnce = 12_000_000;

    /// <summary>Blocks of one record, by and large.</summary>
    private const int Each = 40;

    public Blocking Blocking => blocking;

    public int Records => atoms.Count;

    /// <summary>Frequent is what is frequent among these records.</summary>
    public static Blocks Of(Ragged<ulong> atoms)
    {
        var tally = new AtomTally(atoms);
        return new Blocks(atoms, new Blocking(tally.Over(Blocking.Rare)), tally);
    }

    /// <summary>The blocks of a shard in parts that fit into memory: each holds whole blocks, in order.</summary>
    public IEnumerable<Key[]> Parts(int shard = 0, int shards = 1)
    {
        var parts = Math.Max(1, (int)((long)atoms.Count * Each / shards / AtOnce));
        for (var part = 0; part < parts; part++)
        {
            var keys = Keys(shard + (part * shards), shards * parts);
            Sorting.ByKey(keys);
            yield return keys;
        }
    }

    /// <summary>The place after the last key of a block.</summary>
    public static int End(Key[] keys, int first)
    {
        var end = first + 1;
        while (end < keys.Length && keys[end].Block == keys[first].Block) end++;
        return end;
    }

    /// <summary>The blocks of each record, in the order of the records.</summary>
    /// <param name="only">Those that are asked for; null for all.</param>
    public Key[] Keys(int shard, int shards, AtomTable? only = null)
    {
        var chunks = new Key[(atoms.Count + Chunk - 1) / Chunk][];
        Parallel.For(0, chunks.Length, static () => (Keys: new List<Key>(), Blocks: new List<ulong>()), (chunk, _, spare) =>
        {
            spare.Keys.Clear();
            for (var record = chunk * Chunk; record < Math.Min(atoms.Count, (chunk + 1) * Chunk); record++)
            {
                spare.Blocks.Clear();
                blocking.AddBlocks(atoms[record], present, spare.Blocks);
                foreach (var block in spare.Blocks)
                    if (Blocking.IsOf(block, shard, shards) && only?.Contains(block) != false) spare.Keys.Add(new Key(block, record));
            }

            chunks[chunk] = [.. spare.Keys];
            return spare;
        }, static _ => { });

        var (all, at) = (new Key[chunks.Sum(static chunk => chunk.Length)], 0);
        for (var chunk = 0; chunk < chunks.Length; chunk++)
        {
            chunks[chunk].CopyTo(all, at);
            at += chunks[chunk].Length;
            chunks[chunk] = [];
        }

        return all;
    }
}
