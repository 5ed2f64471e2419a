using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake.Receipts;

/// <summary>What a receipt is made of beside its head: the records and the problems, in the order of the file. Its three forms can be made from them at any time.</summary>
internal sealed class ReceiptSources(Storage storage)
{
    public const string Container = "receipts";

    public const string Compression = "application/gzip";

    public static string Records(Upload upload) => $"{upload.Folder}/{upload.Id}/records.jsonl.gz";

    public static string Problems(Upload upload) => $"{upload.Folder}/{upload.Id}/problems.jsonl.gz";

    public async Task<int> WriteAsync<T>(string name, IAsyncEnumerable<T> values, CancellationToken cancellation)
    {
        var count = 0;
        await WriteWholeAsync(name, Compression, Compressed, cancellation);
        return count;

        async Task Compressed(Stream whole)
        {
            await using var compressed = JsonLines.Compress(whole, leaveOpen: true);
            await foreach (var value in values.WithCancellation(cancellation))
            {
                JsonLines.Write(compressed, value);
                count++;
            }
        }
    }

    /// <summary>The records of a receipt that is being written.</summary>
    public KeptRecords BeginRecords(Upload upload) => new(this, Records(upload));

    public IAsyncEnumerable<StagedOutcome> ReadRecordsAsync(Upload upload, CancellationToken cancellation) => ReadAsync<StagedOutcome>(Records(upload), cancellation);

    public IAsyncEnumerable<StagedProblem> ReadProblemsAsync(Upload upload, CancellationToken cancellation) => ReadAsync<StagedProblem>(Problems(upload), cancellation);

    /// <summary>
    /// Writes a blob that appears as a whole or not at all. A block blob's own stream will not do: it commits what it has with every flush, and
    /// when it is closed after a fault.
    /// </summary>
    /// <param name="write">Writes to the stream and leaves it open.</param>
    public async Task WriteWholeAsync(string name, string contentType, Func<Stream, Task> write, CancellationToken cancellation)
    {
        await using var whole = TemporaryFile.Create();
        await write(whole);
        await UploadAsync(name, contentType, whole, cancellation);
    }

    /// <summary>Uploads all that a file holds.</summary>
    public async Task UploadAsync(string name, string contentType, FileStream whole, CancellationToken cancellation)
    {
        whole.Position = 0;
        await (await ClientAsync(name)).UploadAsync(whole, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } }, cancellation);
    }

    public async Task<BlobClient> ClientAsync(string name) => (await storage.ContainerAsync(Container)).GetBlobClient(name);

    private async IAsyncEnumerable<T> ReadAsync<T>(string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await (await ClientAsync(name)).OpenIfThereAsync(cancellation) is not { } stream) yield break;
        await foreach (var value in JsonLines.ReadAsync<T>(stream, cancellation)) yield return value;
    }
}
