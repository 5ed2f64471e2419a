using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>
/// A project, or the differences between two, as bytes for storage: one byte that says how, and then JSON; 0 is JSON as it is, 1 is its length
/// in four bytes, little end first, and the JSON in Brotli.
/// </summary>
internal static class PackedProject
{
    /// <summary>Shorter JSON gains nothing that a row would notice.</summary>
    private const int WorthCompressing = 400;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static byte[] Of(Project project) => Pack(Json(project));

    /// <summary>As JSON, which <see cref="Compressed"/> turns into what is stored: for a project that may turn out to be there already.</summary>
    public static byte[] PlainOf(Project project) => Plain(Json(project));

    /// <summary>What was packed, as small as it gets.</summary>
    public static byte[] Compressed(byte[] packed) => packed is [0, ..] ? Pack(packed.AsSpan(1)) : packed;

    /// <summary>Empty for no differences.</summary>
    public static byte[] Of(ImmutableArray<FieldChange> changes) =>
        changes.IsEmpty ? [] : Pack(JsonSerializer.SerializeToUtf8Bytes(changes, ProjectJson.ChangesInfo));

    public static Project Project(ReadOnlySpan<byte> packed) => ProjectJson.Read(Unpack(packed));

    public static ImmutableArray<FieldChange> Changes(ReadOnlySpan<byte> packed) =>
        packed.IsEmpty ? [] : JsonSerializer.Deserialize(Unpack(packed), ProjectJson.ChangesInfo);

    /// <summary>The first 16 bytes of the SHA-256 of the canonical content: equal for two tellings that say the same.</summary>
    public static byte[] HashOf(Project project)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Json(Canonical.Of(project)), hash);
        return hash[..16].ToArray();
    }

    /// <summary>Valid until the next call on this thread.</summary>
    private static ReadOnlySpan<byte> Json(Project project)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(16 * 1024);
        buffer.ResetWrittenCount();
        var writer = _writer ??= new Utf8JsonWriter(buffer, Writing);
        writer.Reset(buffer);
        ProjectJson.Write(writer, project);
        writer.Flush();
        return buffer.WrittenSpan;
    }

    private static byte[] Pack(ReadOnlySpan<byte> json)
    {
        if (json.Length >= WorthCompressing)
        {
            var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(json.Length));
            try
            {
                if (BrotliEncoder.TryCompress(json, room, out var length, quality: 1, window: 18) && length + 5 < json.Length)
                {
                    var packed = new byte[length + 5];
                    packed[0] = 1;
                    BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(1), json.Length);
                    room.AsSpan(0, length).CopyTo(packed.AsSpan(5));
                    return packed;
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(room);
            }
        }

        return Plain(json);
    }

    private static byte[] Plain(ReadOnlySpan<byte> json)
    {
        var plain = new byte[json.Length + 1];
        json.CopyTo(plain.AsSpan(1));
        return plain;
    }

    private static ReadOnlySpan<byte> Unpack(ReadOnlySpan<byte> packed)
    {
        switch (packed)
        {
            case [0, ..]:
                return packed[1..];
            case [1, ..] when packed.Length > 5:
                var json = new byte[BinaryPrimitives.ReadInt32LittleEndian(packed[1..])];
                if (BrotliDecoder.TryDecompress(packed[5..], json, out var written) && written == json.Length) return json;
                break;
        }

        throw new InvalidDataException("A stored project is damaged.");
    }
}
