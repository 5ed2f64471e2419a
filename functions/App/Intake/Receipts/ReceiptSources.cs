using System.Runtime.CompilerServices;
using Azure;
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

    public static string Records(Upload upload) => $"{upload.Folder}/{upload.Id}/records.jsonl.gz";

    public static string Problems(Upload upload) => $"{upload.Folder}/{upload.Id}/problems.jsonl.gz";

    public async Task<int> WriteAsync<T>(string name, IAsyncEnumerable<T> values, CancellationToken cancellation)
    {
        var count = 0;
        await using var blob = await OpenWriteAsync(name, "application/gzip", cancellation);
        await using var compressed = JsonLines.Compress(blob);
        await foreach (var value in values.WithCancellation(cancellation))
        {
            JsonLines.Write(compressed, value);
            count++;
        }

        return count;
    }

    public IAsyncEnumerable<StagedOutcome> ReadRecordsAsync(Upload upload, CancellationToken cancellation) => ReadAsync<StagedOutcome>(Records(upload), cancellation);

    public IAsyncEnumerable<StagedProblem> ReadProblemsAsync(Upload upload, CancellationToken cancellation) => ReadAsync<StagedProblem>(Problems(upload), cancellation);

    public async Task<Stream> OpenWriteAsync(string name, string contentType, CancellationToken cancellation) =>
        await (await ClientAsync(name)).OpenWriteAsync(
            overwrite: true, new BlobOpenWriteOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } }, cancellation);

    public async Task<BlobClient> ClientAsync(string name) => (await storage.ContainerAsync(Container)).GetBlobClient(name);

    private async IAsyncEnumerable<T> ReadAsync<T>(string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Stream stream;
        try
        {
            stream = await (await ClientAsync(name)).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            yield break;
        }

        await foreach (var value in JsonLines.ReadAsync<T>(stream, cancellation)) yield return value;
    }
}
