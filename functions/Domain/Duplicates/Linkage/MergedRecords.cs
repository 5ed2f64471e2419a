using System.Collections;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Records of two lists in one order.</summary>
/// <param name="order">Places in the first list, and complements of places in the second.</param>
internal sealed class MergedRecords(IReadOnlyList<MatchRecord> some, IReadOnlyList<MatchRecord> others, int[] order) : IReadOnlyList<MatchRecord>
{
    public int Count => order.Length;

    public MatchRecord this[int place] => order[place] is >= 0 and var at ? some[at] : others[~order[place]];

    public IEnumerator<MatchRecord> GetEnumerator() => Enumerable.Range(0, Count).Select(place => this[place]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
