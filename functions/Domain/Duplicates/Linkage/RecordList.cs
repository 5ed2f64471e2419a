using System.Collections;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Records in the order of their keys.</summary>
internal abstract class RecordList : IReadOnlyList<MatchRecord>
{
    public abstract int Count { get; }

    public abstract MatchRecord this[int place] { get; }

    /// <summary>Writes what a record says, without its key.</summary>
    public virtual void Write(int place, IndexWriter writer)
    {
        var record = this[place];
        writer.Text(record.Source);
        writer.Number(record.Values.IsDefault ? 0 : record.Values.Length);
        for (var field = 0; field < (record.Values.IsDefault ? 0 : record.Values.Length); field++)
        {
            writer.Number(record.Of(field).Length);
            foreach (var value in record.Of(field)) writer.Text(value);
        }
    }

    public IEnumerator<MatchRecord> GetEnumerator() => Enumerable.Range(0, Count).Select(place => this[place]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
