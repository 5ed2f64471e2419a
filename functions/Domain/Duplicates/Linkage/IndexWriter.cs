using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Writes what an index is kept as: numbers of seven bits a byte, the smallest first; texts in UTF-8 after their length in bytes.</summary>
internal sealed class IndexWriter(IBufferWriter<byte> bytes)
{
    public void Number(int number)
    {
        var span = bytes.GetSpan(5);
        var (length, rest) = (0, (uint)number);
        for (; rest > 127; rest >>= 7) span[length++] = (byte)((rest & 127) | 128);
        span[length++] = (byte)rest;
        bytes.Advance(length);
    }

    public void Text(string text)
    {
        Number(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, bytes);
    }

    public void Atom(ulong atom)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.GetSpan(sizeof(ulong)), atom);
        bytes.Advance(sizeof(ulong));
    }

    public void Bytes(ReadOnlySpan<byte> some) => bytes.Write(some);
}
