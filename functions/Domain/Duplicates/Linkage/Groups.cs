namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Groups of records that are the same, from the weights of their pairs. The two groups that most speaks for are made one, again and again:
/// what speaks for and against all their pairs is added up, so that a chain of likenesses does not join what its ends contradict.
/// </summary>
/// <remarks>M. Keuper and others, "Efficient Decomposition of Image and Mesh Graphs by Lifted Multicuts", 2015: greedy additive edge contraction.</remarks>
public static class Groups
{
    /// <summary>No pair says more than this, in bits: several that contradict it count for more.</summary>
    private const double Most = 20;

    /// <summary>What a pair says that was no candidate: it shares nothing that few records have.</summary>
    private const double NoCandidate = -3;

    /// <returns>For each record the first of its group; itself where it is alone.</returns>
    public static int[] Of(int records, IReadOnlyList<RecordPair> pairs, IReadOnlyList<double> weights)
    {
        var (groups, sizes) = (new int[records], new int[records]);
        var (beside, queue) = (new Dictionary<int, Link>?[records], new PriorityQueue<(int One, int Other, double Weight), double>());
        for (var record = 0; record < records; record++) (groups[record], sizes[record]) = (record, 1);
        // What nothing speaks for is never joined: only pairs within what is connected at all matter.
        var connected = Connected(records, pairs, weights);
        for (var at = 0; at < pairs.Count; at++)
        {
            var (left, right) = (pairs[at].Left, pairs[at].Right);
            if (connected[left] != connected[right]) continue;
            var link = new Link(Math.Clamp(weights[at], -Most, Most), 1);
            (beside[left] ??= [])[right] = link;
            (beside[right] ??= [])[left] = link;
            Offer(left, right, link);
        }

        while (queue.TryDequeue(out var next, out _))
        {
            var (one, other, weight) = next;
            // An offer that has been overtaken by another.
            if (groups[one] != one || groups[other] != other || !beside[one]!.TryGetValue(other, out var link) || Weight(one, other, link) != weight) continue;
            if (beside[one]!.Count < beside[other]!.Count) (one, other) = (other, one);
            Join(one, other);
        }

        return Firsts(groups);

        double Weight(int one, int other, Link link) => link.Sum + ((((long)sizes[one] * sizes[other]) - link.Pairs) * NoCandidate);

        void Offer(int one, int other, Link link)
        {
            var weight = Weight(one, other, link);
            if (weight > 0) queue.Enqueue((one, other, weight), -weight);
        }

        void Join(int one, int other)
        {
            groups[other] = one;
            sizes[one] += sizes[other];
            var links = beside[one]!;
            links.Remove(other);
            foreach (var (third, link) in beside[other]!)
            {
                if (third == one) continue;
                var known = links.GetValueOrDefault(third);
                var both = new Link(known.Sum + link.Sum, known.Pairs + link.Pairs);
                links[third] = both;
                beside[third]!.Remove(other);
                beside[third]![one] = both;
            }

            beside[other] = null;
            foreach (var (third, link) in links) Offer(one, third, link);
        }
    }

    private static int[] Connected(int records, IReadOnlyList<RecordPair> pairs, IReadOnlyList<double> weights)
    {
        var roots = new int[records];
        for (var record = 0; record < records; record++) roots[record] = record;
        for (var at = 0; at < pairs.Count; at++)
            if (weights[at] > 0) roots[Root(pairs[at].Left)] = Root(pairs[at].Right);
        for (var record = 0; record < records; record++) roots[record] = Root(record);
        return roots;

        int Root(int record)
        {
            while (roots[record] != record) record = roots[record] = roots[roots[record]];
            return record;
        }
    }

    private static int[] Firsts(int[] groups)
    {
        var firsts = new int[groups.Length];
        Array.Fill(firsts, -1);
        var result = new int[groups.Length];
        for (var record = 0; record < groups.Length; record++)
        {
            var root = record;
            while (groups[root] != root) root = groups[root];
            if (firsts[root] < 0) firsts[root] = record;
            result[record] = firsts[root];
        }

        return result;
    }

    /// <param name="Sum">Of the weights of the pairs between two groups.</param>
    /// <param name="Pairs">How many of them were candidates.</param>
    private readonly record struct Link(double Sum, int Pairs);
}
