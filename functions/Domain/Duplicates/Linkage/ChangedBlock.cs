namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>A block before and after a change.</summary>
/// <param name="keys">The records that are in it now, in order.</param>
/// <param name="former">Those that were in it and have changed or gone, by their places in the former index, in order.</param>
/// <param name="present">The records that have changed or come.</param>
internal readonly ref struct ChangedBlock(MatchChange change, ReadOnlySpan<Key> keys, ReadOnlySpan<Key> former, HashSet<int> present)
{
    private readonly ReadOnlySpan<Key> _keys = keys;
    private readonly ReadOnlySpan<Key> _former = former;

    /// <param name="found">Gets the pairs that are to be weighed.</param>
    /// <param name="lost">Is told of pairs that were candidates for the sake of this block, and are no longer.</param>
    public void AddPairs(List<ulong> found, Action<RecordPair> lost)
    {
        var largest = change.After.Parameters.LargestBlock;
        var unchanged = new List<int>(_keys.Length);
        foreach (var key in _keys)
            if (!present.Contains(key.Record)) unchanged.Add(key.Record);
        var (size, formerSize) = (_keys.Length, unchanged.Count + _former.Length);
        var isWhole = Blocking.IsWhole(_keys[0].Block);
        if (size > largest && formerSize > largest && !isWhole) return;

        // Of a crowd each is held against its first: the place among the unchanged ones, or none of them.
        var star = formerSize <= largest ? -1 : isWhole && FirstWas(unchanged) ? 0 : unchanged.Count;
        for (var one = 0; one < (size <= largest ? size : isWhole ? 1 : 0); one++)
        {
            for (var other = one + 1; other < size; other++)
            {
                var (left, right) = (_keys[one].Record, _keys[other].Record);
                var isNew = present.Contains(left) || present.Contains(right) || (star >= 0 && (star == unchanged.Count || left != unchanged[star]));
                if (isNew) found.Add(RecordPair.Of(left, right).Packed);
            }
        }

        if (size <= largest) return;
        // It is too large now. A crowd keeps what is held against its first.
        for (var one = 0; one < (star < 0 ? unchanged.Count : star == 0 ? 1 : 0); one++)
            for (var other = one + 1; other < unchanged.Count; other++)
                if (!isWhole || unchanged[one] != _keys[0].Record) lost(RecordPair.Of(unchanged[one], unchanged[other]));
    }

    /// <summary>Whether the first record of all, before, is one that has not changed.</summary>
    private bool FirstWas(List<int> unchanged) =>
        unchanged.Count > 0 && (_former.Length == 0 || string.CompareOrdinal(change.After.KeyOf(unchanged[0]), change.Before.KeyOf(_former[0].Record)) < 0);
}
