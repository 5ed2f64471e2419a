namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Records as they were given.</summary>
internal sealed class GivenRecords(MatchRecord[] records) : RecordList
{
    public override int Count => records.Length;

    public override MatchRecord this[int place] => records[place];
}
