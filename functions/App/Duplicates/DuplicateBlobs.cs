using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates;

/// <summary>
/// What runs leave for each other in container <c>matching</c>: <c>state.json</c>, which names the rest; <c>records/</c>, <c>indexes/</c>,
/// <c>parameters/</c> and <c>pairs/</c>, each under the name of the run that made it; <c>runs/{run}/</c>, what the activities of one run hand on.
/// </summary>
internal sealed class DuplicateBlobs(Storage storage)
{
    public const string Container = "matching";

    /// <summary>Writes a blob whole: a reader sees the former or the new one.</summary>
    public async Task WriteAsync<T>(string name, T value, CancellationToken cancellation)
    {
        await using var whole = TemporaryFile.Create();
        await JsonSerializer.SerializeAsync(whole, value, ContractJson.Options, cancellation);
        whole.Position = 0;
        await (await BlobAsync(name)).UploadAsync(whole, overwrite: true, cancellation);
    }

    /// <returns>Null where there is none.</returns>
    public async Task<T?> ReadAsync<T>(string name, CancellationToken cancellation)
        where T : class
    {
        await using var content = await (await BlobAsync(name)).OpenIfThereAsync(cancellation);
        return content is null ? null : await JsonSerializer.DeserializeAsync<T>(content, ContractJson.Options, cancellation);
    }

    /// <exception cref="InvalidOperationException">There is none, and there should be.</exception>
    public async Task<T> RequireAsync<T>(string name, CancellationToken cancellation)
        where T : class => await ReadAsync<T>(name, cancellation) ?? throw new InvalidOperationException($"The blob {Container}/{name} is not there.");

    public Task WritePairsAsync(string name, ImmutableArray<FoundPair> pairs, CancellationToken cancellation) => WriteAsync(name, pairs.ToArray(), cancellation);

    public async Task<ImmutableArray<FoundPair>> ReadPairsAsync(string name, CancellationToken cancellation) => [.. await RequireAsync<FoundPair[]>(name, cancellation)];

    public async Task WriteIndexAsync(string name, MatchIndex index, CancellationToken cancellation)
    {
        var bytes = new ArrayBufferWriter<byte>();
        index.Write(bytes);
        await (await BlobAsync(name)).UploadAsync(new BinaryData(bytes.WrittenMemory), overwrite: true, cancellation);
    }

    public async Task<MatchIndex> ReadIndexAsync(string name, MatchParameters parameters, CancellationToken cancellation)
    {
        var content = await (await BlobAsync(name)).DownloadContentAsync(cancellation);
        return MatchIndex.Read(ProjectFields.All, parameters, content.Value.Content.ToMemory());
    }

    /// <summary>The version of a blob; null where there is none.</summary>
    public async Task<ETag?> VersionAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await (await BlobAsync(name)).GetPropertiesAsync(cancellationToken: cancellation)).Value.ETag;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Removes what lies under a folder and is not named.</summary>
    public async Task TidyAsync(string folder, Func<string, bool> keep, CancellationToken cancellation)
    {
        var container = await storage.ContainerAsync(Container);
        await foreach (var blob in container.GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = folder }, cancellation))
            if (!keep(blob.Name)) await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
    }

    private async Task<BlobClient> BlobAsync(string name) => (await storage.ContainerAsync(Container)).GetBlobClient(name);
}
