using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>What a change of records changes in the blocks of one shard.</summary>
/// <param name="Found">Pairs with a record that has changed, and pairs of others whose block is no longer too large. Of the blocks, those that the changed records are in.</param>
/// <param name="Lost">Pairs that stood and whose block is too large now: they are dropped if they share no other.</param>
public sealed record ShardChange(FoundPairs Found, ImmutableArray<(string Left, string Right)> Lost);
