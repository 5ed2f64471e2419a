using System.Buffers;
using System.Text;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// What an index is kept as: a name, the different atoms, of each record its key and the numbers of its atoms, and what each says. Atoms are
/// kept because to make them again takes longer than all else; they do not depend on the parameters.
/// </summary>
internal static class IndexFile
{
    /// <summary>The last digit is another one whenever atoms are made in another way.</summary>
    private static readonly byte[] Name = Encoding.ASCII.GetBytes("PPI-INDEX-1");

    public static void Write(IBufferWriter<byte> bytes, RecordList records, string[] keys, Ragged<ulong> atoms)
    {
        var (writer, numbers) = (new IndexWriter(bytes), new AtomTable(atoms.Total / 4));
        foreach (var atom in atoms.All) numbers[atom]++;
        // The most frequent ones have the smallest numbers, which take the fewest bytes.
        var order = numbers.All().OrderByDescending(static atom => atom.Number).ThenBy(static atom => atom.Atom).Select(static atom => atom.Atom).ToArray();
        for (var at = 0; at < order.Length; at++) numbers[order[at]] = at;

        writer.Bytes(Name);
        writer.Number(order.Length);
        foreach (var atom in order) writer.Atom(atom);
        writer.Number(keys.Length);
        writer.Number(atoms.Total);
        for (var place = 0; place < keys.Length; place++)
        {
            writer.Text(keys[place]);
            writer.Number(atoms[place].Length);
            foreach (var atom in atoms[place]) writer.Number(numbers.Of(atom));
        }

        var body = new ArrayBufferWriter<byte>();
        for (var place = 0; place < keys.Length; place++)
        {
            body.ResetWrittenCount();
            records.Write(place, new IndexWriter(body));
            writer.Number(body.WrittenCount);
            writer.Bytes(body.WrittenSpan);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no such thing.</exception>
    public static (RecordList Records, string[] Keys, Ragged<ulong> Atoms) Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new IndexReader(bytes.Span);
        if (bytes.Length < Name.Length || !reader.Bytes(Name.Length).SequenceEqual(Name)) throw IndexReader.Broken();
        var known = new ulong[reader.Count()];
        for (var at = 0; at < known.Length; at++) known[at] = reader.Atom();
        var keys = new string[reader.Count()];
        var (starts, atoms, next) = (new int[keys.Length + 1], new ulong[reader.Count()], 0);
        for (var place = 0; place < keys.Length; place++)
        {
            keys[place] = reader.Text();
            if (place > 0 && string.CompareOrdinal(keys[place - 1], keys[place]) >= 0) throw IndexReader.Broken();
            for (var count = reader.Number(); count > 0; count--)
            {
                if (reader.Number() is var atom && (atom >= known.Length || next == atoms.Length)) throw IndexReader.Broken();
                atoms[next++] = known[atom];
            }

            starts[place + 1] = next;
        }

        var bodies = new Range[keys.Length];
        for (var place = 0; place < keys.Length; place++)
        {
            var length = reader.Number();
            var first = reader.At;
            reader.Bytes(length);
            bodies[place] = first..reader.At;
        }

        if (next != atoms.Length || reader.At != bytes.Length) throw IndexReader.Broken();
        return (new StoredRecords(bytes, bodies, keys), keys, new Ragged<ulong>(starts, atoms));
    }
}
