using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using ParisPact.Functions;
using ParisPact.Local.Hosting;
using ParisPact.Local.Start;
using ParisPact.Local.Storage;

namespace ParisPact.Benchmarks;

/// <summary>An Azurite of a scenario's own on free ports, with a folder that goes when it goes.</summary>
internal sealed class Emulator : IAsyncDisposable
{
    private readonly AzuriteProcess _process;

    private Emulator(AzuriteProcess process, string folder) => (_process, Folder) = (process, folder);

    public string Folder { get; }

    public int ProcessId => _process.Id;

    public string Connection => _process.Address.ConnectionString;

    public TableServiceClient Tables => new(Connection);

    public BlobServiceClient Blobs => new(Connection);

    public static async Task<Emulator> StartAsync()
    {
        await AzuriteInstall.Require(Repository.Local, Console.Out, CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("parispact-benchmark-").FullName;
        return new Emulator(await AzuriteProcess.Start(Repository.Local, folder, StorageAddress.Any, null, CancellationToken.None), folder);
    }

    /// <summary>The whole app on this emulator; it takes blobs by itself where told to.</summary>
    public Task<LocalHost> StartAppAsync(bool watchesBlobs = false) => LocalHost.Start(
        new LocalPlan
        {
            Assembly = typeof(Composition).Assembly,
            Storage = Connection,
            StorageFolder = Folder,
            Port = 0,
            WatchesBlobs = watchesBlobs,
            Log = NullLoggerProvider.Instance,
        },
        Composition.Configure);

    public async ValueTask DisposeAsync()
    {
        await _process.Stop();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
