namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>How many records have each atom.</summary>
internal sealed class AtomTally
{
    private const int Parts = 4;

    private readonly AtomTable[] _parts = new AtomTable[Parts];

    /// <param name="atoms">Of each record, each once.</param>
    public AtomTally(Ragged<ulong> atoms) => Parallel.For(0, Parts, part =>
    {
        var table = new AtomTable(atoms.Total / 16);
        foreach (var atom in atoms.All)
            if (Part(atom) == part) table[atom]++;
        _parts[part] = table;
    });

    public int Of(ulong atom) => _parts[Part(atom)].Of(atom);

    /// <summary>The atoms that more records have.</summary>
    public AtomCounts Over(int times)
    {
        var (atoms, counts) = (new List<ulong>(), new List<int>());
        foreach (var (atom, count) in _parts.SelectMany(static part => part.All()))
        {
            if (count <= times) continue;
            atoms.Add(atom);
            counts.Add(count);
        }

        return AtomCounts.Of(atoms, counts, times);
    }

    private static int Part(ulong atom) => (int)(atom & (Parts - 1));
}
