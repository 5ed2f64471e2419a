namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Which of a few pairs are candidates.</summary>
internal static class SharedBlocks
{
    /// <returns>Those that share a block which is not too large, or whose first is the first of a crowd that says the very same.</returns>
    public static IEnumerable<(string Left, string Right)> Candidates(MatchIndex index, IReadOnlyCollection<(string Left, string Right)> pairs)
    {
        if (pairs.Count == 0) return [];
        var (shared, sizes) = (new List<(ulong Block, (string Left, string Right) Pair)>(), new AtomTable(pairs.Count * 4));
        foreach (var pair in pairs)
        {
            foreach (var block in index.BlocksOf(index.Place(pair.Left)).Intersect(index.BlocksOf(index.Place(pair.Right))))
            {
                shared.Add((block, pair));
                sizes[block] = 0;
            }
        }

        var firsts = new Dictionary<ulong, int>();
        foreach (var key in new Blocks(index.Atoms, index.Blocking, null).Keys(0, 1, sizes))
        {
            sizes[key.Block]++;
            firsts.TryAdd(key.Block, key.Record);
        }

        return shared.Where(at => sizes.Of(at.Block) <= index.Parameters.LargestBlock || (Blocking.IsWhole(at.Block) && index.KeyOf(firsts[at.Block]) == at.Pair.Left)).Select(static at => at.Pair);
    }
}
