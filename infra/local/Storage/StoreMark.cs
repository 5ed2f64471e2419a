using Azure;
using Azure.Storage.Blobs;

namespace ParisPact.Local.Storage;

/// <summary>A blob that says which data folder an emulator serves.</summary>
internal static class StoreMark
{
    public static async Task<bool> IsServedAt(StorageAddress address, string id, CancellationToken cancellation)
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(3) } };
        try
        {
            return await new BlobClient(address.ConnectionString, "azure-webjobs-hosts", Name(id), options).ExistsAsync(cancellation);
        }
        catch (Exception nobody) when (nobody is RequestFailedException or AggregateException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public static async Task Put(StorageAddress address, string id, CancellationToken cancellation)
    {
        var container = new BlobContainerClient(address.ConnectionString, "azure-webjobs-hosts");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await container.GetBlobClient(Name(id)).UploadAsync(BinaryData.FromString("The data folder of the local runtime knows this store by the name of this blob."), overwrite: true, cancellation);
    }

    private static string Name(string id) => $"local-store/{id}";
}
