using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ParisPact.Local.Hosting;

namespace ParisPact.Tests.Blobs;

/// <summary>A host with blob functions on a container of its own.</summary>
internal sealed class BlobRun : IAsyncDisposable
{
    private readonly LocalHost host;

    private BlobRun(LocalHost host, BlobContainerClient container, Seen seen, TestLog log) => (this.host, Container, Seen, Log) = (host, container, seen, log);

    public BlobContainerClient Container { get; }

    public Seen Seen { get; }

    public TestLog Log { get; }

    public LocalHost Host => host;

    public static async Task<BlobRun> Start(AzuriteServer azurite, string container, Seen? seen = null, bool watches = false, bool hints = false, params Type[] functions)
    {
        seen ??= new Seen();
        var log = new TestLog();
        var client = azurite.BlobService.GetBlobContainerClient(container);
        await client.CreateIfNotExistsAsync();
        var host = await LocalHost.Start(
            TestPlan.Of(log, functions) with
            {
                Storage = azurite.ConnectionString,
                StorageFolder = hints ? azurite.Folder : null,
                WatchesBlobs = watches,
                Settings = new Dictionary<string, string?> { ["Uploads"] = container },
            },
            builder => builder.Services.AddSingleton(seen));
        return new BlobRun(host, client, seen, log);
    }

    public Task Put(string blob, string content) => Container.GetBlobClient(blob).UploadAsync(BinaryData.FromString(content), overwrite: true);

    public Task Take() => host.TakeBlobs(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
