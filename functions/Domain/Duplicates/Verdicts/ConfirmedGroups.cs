using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Verdicts;

/// <summary>Projects of which people have said that they are one.</summary>
/// <param name="Members">Keys, in their order; at least 2.</param>
/// <param name="Conflicts">Verdicts of "same" that would join what another verdict keeps apart, and do not count; by pair.</param>
public sealed record ConfirmedGroup(ImmutableArray<string> Members, ImmutableArray<PairStanding> Conflicts);

/// <summary>
/// What follows from verdicts taken together: where A is B and B is C, the three are one. A verdict that two are something else keeps them
/// apart, whatever others say of a third; among verdicts that contradict each other the earlier ones are followed first.
/// </summary>
public static class ConfirmedGroups
{
    /// <returns>In the order of their first members.</returns>
    public static ImmutableArray<ConfirmedGroup> Of(IEnumerable<PairStanding> pairs)
    {
        var decided = pairs.Where(static pair => pair.Decision is not null).OrderBy(static pair => pair.Decision!.At).ThenBy(static pair => pair.Pair, StringComparer.Ordinal).ToList();
        var apart = decided.Where(static pair => pair.Decision!.Verdict != PairKind.Same).Select(static pair => (pair.First, pair.Second)).ToHashSet();
        var (groups, conflicts) = (new Dictionary<string, List<string>>(StringComparer.Ordinal), new List<PairStanding>());
        foreach (var pair in decided.Where(static pair => pair.Decision!.Verdict == PairKind.Same))
        {
            var (one, other) = (GroupOf(pair.First), GroupOf(pair.Second));
            if (ReferenceEquals(one, other)) continue;
            if (one.Any(left => other.Any(right => apart.Contains(PairId.InOrder(left, right)))))
            {
                conflicts.Add(pair);
                continue;
            }

            one.AddRange(other);
            foreach (var member in other) groups[member] = one;
        }

        return [.. groups.Values.Distinct().Where(static group => group.Count > 1)
            .Select(group => new ConfirmedGroup([.. group.Order(StringComparer.Ordinal)], [.. conflicts.Where(pair => group.Contains(pair.First) || group.Contains(pair.Second))]))
            .OrderBy(static group => group.Members[0], StringComparer.Ordinal)];

        List<string> GroupOf(string key)
        {
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = [key];
            return group;
        }
    }
}
