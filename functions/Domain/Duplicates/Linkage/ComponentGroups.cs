using System.Runtime.InteropServices;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Groups of records that are the same, from what was found alone: within what is connected at all, the pairs that were not found are weighed
/// as well. So groups follow from the pairs and the records, and what is connected to nothing that has changed is grouped as before.
/// </summary>
/// <param name="content">Equal for records that say the very same: these are one before anything else, if they were found to be.</param>
/// <param name="weighing">What any two of some records weigh, in bits.</param>
public sealed class ComponentGroups(Func<int, ulong> content, Func<IReadOnlyCollection<int>, Func<int, int, double>> weighing)
{
    /// <summary>Where more are connected, the pairs that were not found speak against, and are not weighed.</summary>
    public const int MostWeighed = 128;

    /// <param name="pairs">In order, each once.</param>
    /// <param name="weights">In bits; where it is over 0 the two may be one.</param>
    /// <param name="changed">Only what is connected to one of these is grouped; null where all is.</param>
    /// <param name="unchanged">Gets the records that are connected to others, but to none that has changed.</param>
    /// <returns>Groups of two or more, each in order, by their first.</returns>
    public List<int[]> Of(IReadOnlyList<RecordPair> pairs, IReadOnlyList<double> weights, IReadOnlySet<int>? changed = null, ISet<int>? unchanged = null)
    {
        var roots = new Dictionary<int, int>();
        for (var at = 0; at < pairs.Count; at++)
            if (weights[at] > 0) Join(Root(pairs[at].Left), Root(pairs[at].Right));
        var components = new Dictionary<int, Component>();
        foreach (var record in roots.Keys.Order())
        {
            if (!components.TryGetValue(Root(record), out var component)) components[Root(record)] = component = new Component([], []);
            component.Records.Add(record);
        }

        foreach (var component in components.Values.Where(component => changed is not null && !component.Records.Exists(changed.Contains)).ToList())
        {
            components.Remove(Root(component.Records[0]));
            unchanged?.UnionWith(component.Records);
        }

        for (var at = 0; at < pairs.Count; at++)
            if (roots.ContainsKey(pairs[at].Left) && roots.ContainsKey(pairs[at].Right) && Root(pairs[at].Left) == Root(pairs[at].Right) && components.TryGetValue(Root(pairs[at].Left), out var component)) component.Pairs[pairs[at]] = weights[at];
        var weigh = weighing([.. components.Values.Where(static component => component.Records.Count > 2).SelectMany(static component => component.Records)]);
        return [.. components.Values.SelectMany(component => Within(component, weigh)).OrderBy(static group => group[0])];

        int Root(int record)
        {
            ref var root = ref CollectionsMarshal.GetValueRefOrAddDefault(roots, record, out var known);
            if (!known) root = record;
            while (roots[record] != record) record = roots[record] = roots[roots[record]];
            return record;
        }

        void Join(int one, int other) => roots[Math.Max(one, other)] = Math.Min(one, other);
    }

    private IEnumerable<int[]> Within(Component component, Func<int, int, double> weigh)
    {
        if (component.Records.Count == 2) return [[.. component.Records]];
        // Copies stand for one record, the first of them.
        var (firsts, copies) = (new Dictionary<ulong, int>(), new Dictionary<int, List<int>>());
        foreach (var record in component.Records)
        {
            var first = firsts.TryAdd(content(record), record) ? record : firsts[content(record)];
            if (first != record && component.Pairs.GetValueOrDefault(new RecordPair(first, record)) <= 0) first = record;
            if (first == record) copies[record] = [record];
            else copies[first].Add(record);
        }

        var nodes = copies.Keys.Order().ToArray();
        var (pairs, weights) = (new List<RecordPair>(), new List<double>());
        if (nodes.Length <= MostWeighed)
        {
            for (var one = 0; one < nodes.Length; one++)
                for (var other = one + 1; other < nodes.Length; other++)
                    Add(one, other, component.Pairs.TryGetValue(new RecordPair(nodes[one], nodes[other]), out var weight) ? weight : Math.Min(0, weigh(nodes[one], nodes[other])));
        }
        else
        {
            var places = nodes.Select(static (node, place) => (node, place)).ToDictionary(static at => at.node, static at => at.place);
            foreach (var (pair, weight) in component.Pairs.OrderBy(static found => found.Key.Packed))
                if (places.TryGetValue(pair.Left, out var one) && places.TryGetValue(pair.Right, out var other)) Add(one, other, weight);
        }

        var groups = Groups.Of(nodes.Length, pairs, weights);
        return Enumerable.Range(0, nodes.Length).GroupBy(node => groups[node]).Select(group => group.SelectMany(node => copies[nodes[node]]).Order().ToArray()).Where(static group => group.Length > 1);

        void Add(int one, int other, double weight)
        {
            pairs.Add(new RecordPair(one, other));
            weights.Add(weight);
        }
    }

    private sealed record Component(List<int> Records, Dictionary<RecordPair, double> Pairs);
}
