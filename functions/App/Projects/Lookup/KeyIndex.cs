namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Finds rows by their key: hashes in ascending order, each with its row.</summary>
internal sealed class KeyIndex
{
    private readonly TextColumn _keys;
    private readonly ulong[] _hashes;
    private readonly int[] _rows;

    public KeyIndex(TextColumn keys)
    {
        _keys = keys;
        _hashes = new ulong[keys.Count];
        _rows = new int[keys.Count];
        for (var row = 0; row < keys.Count; row++)
        {
            _hashes[row] = Hash(keys.Utf8(row));
            _rows[row] = row;
        }

        Array.Sort(_hashes, _rows);
    }

    /// <summary>The row of a key; -1 where the segment does not have it.</summary>
    public int Find(ReadOnlySpan<byte> key)
    {
        var hash = Hash(key);
        var place = Array.BinarySearch(_hashes, hash);
        if (place < 0) return -1;
        while (place > 0 && _hashes[place - 1] == hash) place--;
        for (; place < _hashes.Length && _hashes[place] == hash; place++)
            if (_keys.Utf8(_rows[place]).SequenceEqual(key)) return _rows[place];
        return -1;
    }

    /// <summary>FNV-1a. The keys end in a cryptographic hash, so nobody can make many that collide for long.</summary>
    private static ulong Hash(ReadOnlySpan<byte> key)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var letter in key) hash = unchecked((hash ^ letter) * 1_099_511_628_211UL);
        return hash;
    }
}
