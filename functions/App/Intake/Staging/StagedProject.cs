using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake.Staging;

/// <summary>
/// A project that the file holds and that may be merged. Staged as a frame: its length in four bytes, little end first, and then its members;
/// frames may be joined end to end.
/// </summary>
/// <param name="Number">The record's place in the file, from 0: what orders a receipt.</param>
internal sealed record StagedProject(int Number, Incoming Incoming)
{
    private const int LengthBytes = 4;

    public byte[] Frame()
    {
        using var memory = new MemoryStream(Incoming.Payload.Length + 128);
        using var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true);
        writer.Write(0);
        writer.Write(Number);
        writer.Write(Incoming.Reference.AsWritten);
        writer.Write(Incoming.Sheet is not null);
        writer.Write(Incoming.Sheet ?? "");
        writer.Write(Incoming.Line ?? 0);
        writer.Write7BitEncodedInt(Incoming.Hash.Length);
        writer.Write(Incoming.Hash);
        writer.Write(Incoming.Payload);
        var frame = memory.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - LengthBytes);
        return frame;
    }

    /// <summary>All frames of a stream, which is closed at the end.</summary>
    /// <exception cref="EndOfStreamException">The last frame is cut off.</exception>
    public static async IAsyncEnumerable<StagedProject> ReadAsync(Stream stream, PartnerId partner, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var _ = stream;
        var length = new byte[LengthBytes];
        while (await stream.ReadAtLeastAsync(length, LengthBytes, throwOnEndOfStream: false, cancellation) is var got and not 0)
        {
            if (got < LengthBytes) throw new EndOfStreamException();
            var frame = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
            await stream.ReadExactlyAsync(frame, cancellation);
            yield return From(frame, partner);
        }
    }

    private static StagedProject From(byte[] frame, PartnerId partner)
    {
        using var memory = new MemoryStream(frame);
        using var reader = new BinaryReader(memory, Encoding.UTF8);
        var number = reader.ReadInt32();
        var reference = ProjectReference.From(reader.ReadString()) ?? throw new InvalidDataException("A staged project has no reference.");
        var hasSheet = reader.ReadBoolean();
        var sheet = reader.ReadString();
        var line = reader.ReadInt32();
        var hash = reader.ReadBytes(reader.Read7BitEncodedInt());
        var payload = reader.ReadBytes((int)(memory.Length - memory.Position));
        return new StagedProject(number, new Incoming(partner, reference, hash, payload, hasSheet ? sheet : null, line == 0 ? null : line));
    }
}
