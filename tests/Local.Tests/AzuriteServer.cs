using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ParisPact.Local.Start;
using ParisPact.Local.Storage;

[assembly: AssemblyFixture(typeof(ParisPact.Tests.AzuriteServer))]

namespace ParisPact.Tests;

/// <summary>
/// A real Azurite on free ports, one for all tests of this assembly, started and installed as the local runtime does it.
/// Tests keep apart by names of their own.
/// </summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("parispact-azurite-").FullName;
    private AzuriteProcess? process;

    /// <summary>The folder in which it keeps its files.</summary>
    public string Folder => folder;

    public string ConnectionString => process!.Address.ConnectionString;

    public BlobServiceClient BlobService => new(ConnectionString);

    public QueueServiceClient QueueService => new(ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    public TableServiceClient TableService => new(ConnectionString);

    /// <summary>A name that no other test has: lower case letters and digits, a letter first.</summary>
    public static string UniqueName(string prefix = "t") => prefix + Guid.NewGuid().ToString("N")[..12];

    public async ValueTask InitializeAsync()
    {
        await AzuriteInstall.Require(Repository.Local, TextWriter.Null, CancellationToken.None);
        process = await AzuriteProcess.Start(Repository.Local, folder, StorageAddress.Any, null, CancellationToken.None);
    }

    /// <summary>The connection string.</summary>
    public Task<string> ConnectAsync() => Task.FromResult(ConnectionString);

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.Stop();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    internal static TableServiceClient Tables(string connection, TableClientOptions? options = null) => new(connection, options);

    internal static BlobServiceClient Blobs(string connection) => new(connection);
}
