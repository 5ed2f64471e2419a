using System.Buffers.Binary;
using System.Text;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Reads what <see cref="IndexWriter"/> has written.</summary>
/// <exception cref="InvalidDataException">Thrown by all members where the bytes are no such thing.</exception>
internal ref struct IndexReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>How many bytes have been read.</summary>
    public int At { get; private set; }

    public int Number()
    {
        var number = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = Bytes(1)[0];
            number |= (uint)(next & 127) << shift;
            if (next < 128) return number <= int.MaxValue ? (int)number : throw Broken();
        }

        throw Broken();
    }

    /// <summary>A number of things that take a byte each or more, so that there cannot be more than bytes.</summary>
    public int Count() => Number() is var count && count <= _bytes.Length - At ? count : throw Broken();

    public string Text() => Encoding.UTF8.GetString(Bytes(Number()));

    public ulong Atom() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(sizeof(ulong)));

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > _bytes.Length - At) throw Broken();
        At += count;
        return _bytes.Slice(At - count, count);
    }

    public static InvalidDataException Broken() => new("This is no index of records, or one that is not whole.");
}
