using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Some records of an index have changed, have come or have gone. What a full run would find after it is found by looking at the blocks that
/// these records are in or were in, for the same parameters: a block that has grown too large loses its pairs, one that is no longer too large
/// gains them, and all others are as they were.
/// </summary>
/// <param name="Before">The index as it was.</param>
/// <param name="After">The index as it is now.</param>
/// <param name="Former">The places, in the former index, of what has changed or gone.</param>
/// <param name="Present">The places, in the present index, of what has changed or come.</param>
public sealed record MatchChange(MatchIndex Before, MatchIndex After, ImmutableArray<int> Former, ImmutableArray<int> Present)
{
    /// <summary>What changes in the blocks of one shard. Each shard can be searched by itself, and again; <see cref="Pairs"/> puts them together.</summary>
    /// <param name="standing">The pairs that the former index holds, in order.</param>
    /// <param name="judge">The one that judged those.</param>
    public ShardChange Find(ImmutableArray<FoundPair> standing, int shard = 0, int shards = 1, PairJudge? judge = null)
    {
        var (present, former) = (new HashSet<int>(Present), KeysOf(Before, Former));
        var touched = new AtomTable(former.Length + (Present.Length * 40));
        foreach (var key in former) touched[key.Block] = 1;
        foreach (var key in KeysOf(After, Present)) touched[key.Block] = 1;
        var keys = new Blocks(After.Atoms, After.Blocking, null).Keys(shard, shards, touched);
        Sorting.ByKey(keys);
        Sorting.ByKey(former);

        var known = standing.Select(static pair => (pair.Left, pair.Right)).ToHashSet();
        var (found, lost) = (new List<ulong>(), new HashSet<(string, string)>());
        var (blocks, capped, crowds, at) = (0, 0, 0, 0);
        for (int first = 0, end; first < keys.Length; first = end)
        {
            end = Blocks.End(keys, first);
            while (at < former.Length && former[at].Block < keys[first].Block) at++;
            var gone = at;
            while (at < former.Length && former[at].Block == keys[first].Block) at++;
            var block = new ChangedBlock(this, keys.AsSpan(first, end - first), former.AsSpan(gone, at - gone), present);
            block.AddPairs(found, pair =>
            {
                var named = (After.KeyOf(pair.Left), After.KeyOf(pair.Right));
                if (known.Contains(named)) lost.Add(named);
            });
            if (end - first > 1) blocks++;
            if (end - first <= After.Parameters.LargestBlock) continue;
            if (Blocking.IsWhole(keys[first].Block)) crowds++;
            else capped++;
        }

        var pairs = Candidates.Distinct(found);
        var scoring = After.Scoring([.. pairs.SelectMany(static pair => new[] { pair.Left, pair.Right }).Distinct()]);
        var kept = scoring.Judge(pairs, judge).Select(pair => new FoundPair(After.KeyOf(pair.Pair.Left), After.KeyOf(pair.Pair.Right), pair.Weight, pair.Class));
        return new ShardChange(new FoundPairs(FoundPairs.InOrder(kept), pairs.Length, blocks, capped, crowds), [.. lost]);
    }

    /// <summary>The pairs that the present index holds.</summary>
    /// <param name="standing">Those that the former one held.</param>
    /// <param name="shards">What was found in all shards.</param>
    public ImmutableArray<FoundPair> Pairs(ImmutableArray<FoundPair> standing, IReadOnlyCollection<ShardChange> shards)
    {
        var changed = Former.Select(Before.KeyOf).ToHashSet(StringComparer.Ordinal);
        var lost = shards.SelectMany(static shard => shard.Lost).ToHashSet();
        // What has lost one block may share another.
        lost.ExceptWith(SharedBlocks.Candidates(After, lost));
        var stays = standing.Where(pair => !changed.Contains(pair.Left) && !changed.Contains(pair.Right) && !lost.Contains((pair.Left, pair.Right)));
        return FoundPairs.InOrder(stays.Concat(shards.SelectMany(static shard => shard.Found.Pairs)));
    }

    /// <summary>The groups of the present pairs, where only what is connected to a change is grouped anew.</summary>
    /// <param name="standing">The former pairs; people's verdicts may have changed them, as they may the present ones.</param>
    /// <param name="groups">Theirs.</param>
    /// <param name="pairs">The present pairs.</param>
    public ImmutableArray<ImmutableArray<string>> Groups(ImmutableArray<FoundPair> standing, ImmutableArray<ImmutableArray<string>> groups, ImmutableArray<FoundPair> pairs)
    {
        var different = standing.ToHashSet();
        different.SymmetricExceptWith(pairs);
        var changed = different.SelectMany(static pair => new[] { pair.Left, pair.Right }).Select(After.Place).Where(static place => place >= 0).Concat(Present).ToHashSet();
        var unchanged = new HashSet<int>();
        var renewed = FoundGroups.Of(After, pairs, changed, unchanged);
        return [.. groups.Where(group => unchanged.Contains(After.Place(group[0]))).Concat(renewed).OrderBy(static group => group[0], StringComparer.Ordinal)];
    }

    private static Key[] KeysOf(MatchIndex index, ImmutableArray<int> places)
    {
        var (keys, blocks) = (new List<Key>(), new List<ulong>());
        foreach (var place in places)
        {
            blocks.Clear();
            index.Blocking.AddBlocks(index.Atoms[place], null, blocks);
            foreach (var block in blocks) keys.Add(new Key(block, place));
        }

        return [.. keys];
    }
}
