namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Records of two lists in one order.</summary>
/// <param name="order">Places in the first list, and complements of places in the second.</param>
internal sealed class MergedRecords(RecordList some, RecordList others, int[] order) : RecordList
{
    public override int Count => order.Length;

    public override MatchRecord this[int place] => order[place] is >= 0 and var at ? some[at] : others[~order[place]];

    public override void Write(int place, IndexWriter writer)
    {
        if (order[place] >= 0) some.Write(order[place], writer);
        else others.Write(~order[place], writer);
    }
}
