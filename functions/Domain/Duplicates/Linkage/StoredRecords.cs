using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Records that are kept as bytes, each read only when it is asked for.</summary>
/// <param name="bodies">Where each record lies.</param>
internal sealed class StoredRecords(ReadOnlyMemory<byte> bytes, Range[] bodies, string[] keys) : RecordList
{
    public override int Count => keys.Length;

    public override MatchRecord this[int place]
    {
        get
        {
            var reader = new IndexReader(Body(place));
            var source = reader.Text();
            var values = new ImmutableArray<string>[reader.Count()];
            for (var field = 0; field < values.Length; field++)
            {
                var texts = new string[reader.Count()];
                for (var at = 0; at < texts.Length; at++) texts[at] = reader.Text();
                values[field] = ImmutableCollectionsMarshal.AsImmutableArray(texts);
            }

            return new MatchRecord(keys[place], source, ImmutableCollectionsMarshal.AsImmutableArray(values));
        }
    }

    public override void Write(int place, IndexWriter writer) => writer.Bytes(Body(place));

    private ReadOnlySpan<byte> Body(int place) => bytes.Span[bodies[place]];
}
