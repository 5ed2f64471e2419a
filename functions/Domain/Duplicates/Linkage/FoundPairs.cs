using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>What was found in the blocks of one shard, or of several.</summary>
/// <param name="Pairs">In the order of their keys, each once.</param>
/// <param name="Compared">How many pairs were compared; one that is in several shards counts in each.</param>
/// <param name="Blocks">Of two records or more.</param>
/// <param name="Capped">How many of them were too large, so that their records were not compared for their sake.</param>
/// <param name="Crowds">How many blocks of records that say the very same were too large, so that each was compared with the first alone.</param>
public sealed record FoundPairs(ImmutableArray<FoundPair> Pairs, long Compared, int Blocks, int Capped, int Crowds)
{
    /// <summary>What several shards have found together.</summary>
    public static FoundPairs Of(IReadOnlyCollection<FoundPairs> shards) => new(
        InOrder(shards.SelectMany(static shard => shard.Pairs)),
        shards.Sum(static shard => shard.Compared),
        shards.Sum(static shard => shard.Blocks),
        shards.Sum(static shard => shard.Capped),
        shards.Sum(static shard => shard.Crowds));

    /// <summary>In the order of their keys, each once.</summary>
    internal static ImmutableArray<FoundPair> InOrder(IEnumerable<FoundPair> pairs)
    {
        var sorted = pairs.ToArray();
        Array.Sort(sorted, FoundPair.Compare);
        var distinct = ImmutableArray.CreateBuilder<FoundPair>(sorted.Length);
        foreach (var pair in sorted)
            if (distinct.Count == 0 || FoundPair.Compare(distinct[^1], pair) != 0) distinct.Add(pair);
        return distinct.DrainToImmutable();
    }
}
