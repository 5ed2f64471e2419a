namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>What each of some records may share with others.</summary>
internal static class RecordAtoms
{
    private const int Chunk = 4_096;

    /// <returns>Of each record in rising order, each once.</returns>
    public static Ragged<ulong> Of(IReadOnlyList<Comparison> comparisons, int records)
    {
        var parts = new (int[] Counts, ulong[] Atoms)[(records + Chunk - 1) / Chunk];
        Parallel.For(0, parts.Length, part =>
        {
            var (first, end) = (part * Chunk, Math.Min(records, (part + 1) * Chunk));
            var (counts, atoms, buffer) = (new int[end - first], new List<ulong>(Chunk * 16), new List<ulong>());
            for (var record = first; record < end; record++)
            {
                buffer.Clear();
                foreach (var comparison in comparisons) comparison.AddAtoms(record, buffer);
                buffer.Sort();
                var before = atoms.Count;
                foreach (var atom in buffer)
                    if (atoms.Count == before || atoms[^1] != atom) atoms.Add(atom);
                counts[record - first] = atoms.Count - before;
            }

            parts[part] = (counts, [.. atoms]);
        });

        var (starts, all, record, total) = (new int[records + 1], new ulong[parts.Sum(static part => part.Atoms.Length)], 0, 0);
        foreach (var (counts, atoms) in parts)
        {
            atoms.CopyTo(all, total);
            foreach (var count in counts) starts[++record] = total += count;
        }

        return new Ragged<ulong>(starts, all);
    }
}
