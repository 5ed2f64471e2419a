using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake.Staging;

/// <summary>Values on their way between the steps of an intake: one JSON value a line, compressed. Files may be joined end to end.</summary>
internal static class JsonLines
{
    private static JsonSerializerOptions Options => ProjectJson.Options;

    public static Stream Compress(Stream inner, bool leaveOpen = false) => new GZipStream(inner, CompressionLevel.Fastest, leaveOpen);

    /// <summary>Never flushes, as serialising into the stream itself does: where a blob lies behind it, each flush commits all its blocks anew.</summary>
    public static void Write<T>(Stream stream, T value)
    {
        stream.Write(JsonSerializer.SerializeToUtf8Bytes(value, Options));
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Takes the stream over and closes it at the end.</summary>
    public static async IAsyncEnumerable<T> ReadAsync<T>(Stream compressed, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = new GZipStream(compressed, CompressionMode.Decompress);
        await foreach (var value in JsonSerializer.DeserializeAsyncEnumerable<T>(stream, topLevelValues: true, Options, cancellation))
            yield return value!;
    }
}
