using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ParisPact.Local.Start;
using ParisPact.Local.Storage;

[assembly: AssemblyFixture(typeof(ParisPact.Local.Tests.AzuriteServer))]

namespace ParisPact.Local.Tests;

/// <summary>A real Azurite on free ports, one for all tests of this assembly. Tests keep apart by names of their own.</summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    private AzuriteProcess? process;

    /// <summary>The folder in which it keeps its files.</summary>
    public string Folder => folder;

    public string ConnectionString => process!.Address.ConnectionString;

    public BlobServiceClient Blobs => new(ConnectionString);

    public QueueServiceClient Queues => new(ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    public TableServiceClient Tables => new(ConnectionString);

    /// <summary>A name that no other test has: lower case letters and digits, a letter first.</summary>
    public static string UniqueName(string prefix = "t") => prefix + Guid.NewGuid().ToString("N")[..12];

    public async ValueTask InitializeAsync()
    {
        await AzuriteInstall.Require(Repository.Local, TextWriter.Null, CancellationToken.None);
        process = await AzuriteProcess.Start(Repository.Local, folder, StorageAddress.Any, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.Stop();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }
}
