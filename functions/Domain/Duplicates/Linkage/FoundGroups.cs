using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Groups of an index' records by the pairs that were found.</summary>
internal static class FoundGroups
{
    /// <summary>What a pair says at the most that is something else than the same, in bits.</summary>
    private const double NotSame = -3;

    /// <param name="changed">Only what is connected to one of these places is grouped; null where all is.</param>
    /// <param name="unchanged">Gets the places that are connected to others, but to none that has changed.</param>
    public static IEnumerable<ImmutableArray<string>> Of(MatchIndex index, ImmutableArray<FoundPair> pairs, IReadOnlySet<int>? changed = null, ISet<int>? unchanged = null)
    {
        var (places, weights) = (new RecordPair[pairs.Length], new double[pairs.Length]);
        for (var at = 0; at < pairs.Length; at++)
        {
            places[at] = new RecordPair(index.Place(pairs[at].Left), index.Place(pairs[at].Right));
            weights[at] = pairs[at].Class == MatchClass.Same ? pairs[at].Weight : Math.Min(pairs[at].Weight, NotSame);
        }

        // Records that say the very same have one block of all that they say.
        var groups = new ComponentGroups(place => index.BlocksOf(place).Find(Blocking.IsWhole), records => index.Scoring(records).Weight).Of(places, weights, changed, unchanged);
        return groups.Select(group => group.Select(index.KeyOf).ToImmutableArray());
    }
}
