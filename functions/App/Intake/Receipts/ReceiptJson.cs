using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake.Receipts;

/// <summary>
/// A receipt as JSON: head, problems, and last the records, so that a page of them is a piece of the file. Written and read without
/// holding more than a page in memory.
/// </summary>
internal static class ReceiptJson
{
    public const int PageSize = 1_000;

    /// <summary>Bytes.</summary>
    private const int EnoughToWrite = 1_048_576;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Where each page of records begins, in bytes from the start, and where the last one ends.</returns>
    public static async Task<ImmutableArray<long>> WriteAsync(
        Stream stream, Receipt receipt, IReadOnlyList<StagedProblem> problems, IAsyncEnumerable<StagedOutcome> records, CancellationToken cancellation)
    {
        var pages = ImmutableArray.CreateBuilder<long>();
        // Not straight into the stream: the serializer flushes the writer after every value, which would be a write for each.
        var buffer = new ArrayBufferWriter<byte>(2 * EnoughToWrite);
        await using var json = new Utf8JsonWriter(buffer, Writing);
        json.WriteStartObject();
        ReceiptView.WriteHead(json, receipt);
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            JsonSerializer.Serialize(json, ProblemView.Of(problem), ContractJson.Options);
            if (buffer.WrittenCount > EnoughToWrite) await DrainAsync();
        }

        json.WriteEndArray();
        json.WriteStartArray("records");
        var written = 0;
        await foreach (var record in records.WithCancellation(cancellation))
        {
            if (written++ % PageSize == 0) pages.Add(json.BytesCommitted + json.BytesPending);
            JsonSerializer.Serialize(json, RecordView.Of(record.Record), ContractJson.Options);
            if (buffer.WrittenCount > EnoughToWrite) await DrainAsync();
        }

        if (written == 0) pages.Add(json.BytesCommitted + json.BytesPending);
        pages.Add(json.BytesCommitted + json.BytesPending);
        json.WriteEndArray();
        json.WriteNull("next");
        json.WriteEndObject();
        await DrainAsync();
        return pages.ToImmutable();

        async Task DrainAsync()
        {
            await json.FlushAsync(cancellation);
            await stream.WriteAsync(buffer.WrittenMemory, cancellation);
            buffer.ResetWrittenCount();
        }
    }

    /// <summary>A receipt without problems and records, open before the first record: what a later page, or one that is not there yet, begins with.</summary>
    public static byte[] Opening(Receipt receipt)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Writing))
        {
            json.WriteStartObject();
            ReceiptView.WriteHead(json, receipt);
            json.WriteStartArray("problems");
            json.WriteEndArray();
            json.WriteStartArray("records");
            json.Flush();
        }

        return memory.ToArray();
    }

    /// <summary>What closes a page.</summary>
    public static byte[] Closing(string? next) => [.. "],\"next\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(next), (byte)'}'];
}
