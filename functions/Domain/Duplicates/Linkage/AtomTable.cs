namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>A number for each of many atoms. Atoms are evenly spread: their digits are as good as a hash of them.</summary>
internal sealed class AtomTable
{
    private ulong[] _atoms;
    private int[] _numbers;
    private int _shift;

    /// <param name="expected">How many atoms there may be; more are no error.</param>
    public AtomTable(int expected)
    {
        var bits = Math.Max(4, 65 - System.Numerics.BitOperations.LeadingZeroCount((ulong)expected + ((ulong)expected / 2)));
        (_atoms, _numbers, _shift) = (new ulong[1 << bits], new int[1 << bits], 64 - bits);
    }

    public AtomTable(AtomCounts counts)
        : this(counts.Atoms.Length)
    {
        for (var at = 0; at < counts.Atoms.Length; at++) this[counts.Atoms[at]] = counts.Times[at];
    }

    public int Count { get; private set; }

    /// <summary>The atom's number; 0 where it is not known.</summary>
    public int Of(ulong atom) => _atoms[Place(atom)] == 0 ? 0 : _numbers[Place(atom)];

    public bool Contains(ulong atom) => _atoms[Place(atom)] != 0;

    /// <summary>The atom's number, which begins as 0. It is good until the next one is asked for.</summary>
    public ref int this[ulong atom]
    {
        get
        {
            var place = Place(atom);
            if (_atoms[place] != 0) return ref _numbers[place];
            if (++Count > _atoms.Length * 2 / 3)
            {
                Grow();
                place = Place(atom);
            }

            _atoms[place] = Named(atom);
            return ref _numbers[place];
        }
    }

    public IEnumerable<(ulong Atom, int Number)> All()
    {
        for (var place = 0; place < _atoms.Length; place++)
            if (_atoms[place] != 0) yield return (_atoms[place], _numbers[place]);
    }

    /// <summary>Where the atom is, or would be.</summary>
    private int Place(ulong atom)
    {
        atom = Named(atom);
        var (atoms, place) = (_atoms, (int)(atom >> _shift));
        while (atoms[place] != 0 && atoms[place] != atom) place = (place + 1) & (atoms.Length - 1);
        return place;
    }

    /// <summary>0 is an empty place.</summary>
    private static ulong Named(ulong atom) => atom == 0 ? 1 : atom;

    private void Grow()
    {
        var (atoms, numbers) = (_atoms, _numbers);
        (_atoms, _numbers, _shift) = (new ulong[atoms.Length * 2], new int[atoms.Length * 2], _shift - 1);
        for (var at = 0; at < atoms.Length; at++)
        {
            if (atoms[at] == 0) continue;
            var place = Place(atoms[at]);
            (_atoms[place], _numbers[place]) = (atoms[at], numbers[at]);
        }
    }
}
