using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;

namespace ParisPact.Local.Timers;

/// <summary>Remembers timers where the published host does: one small JSON blob for each.</summary>
internal sealed class BlobTimerMemory(BlobServiceClient storage, string hostId) : ITimerMemory
{
    private readonly BlobContainerClient container = storage.GetBlobContainerClient("azure-webjobs-hosts");

    public async Task<TimerStatus?> Read(string function, CancellationToken cancellation)
    {
        try
        {
            var content = await Blob(function).DownloadContentAsync(cancellation);
            return content.Value.Content.ToObjectFromJson<TimerStatus>();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            // Nobody can say any more when it ran: begin afresh, as with a new timer.
            return null;
        }
    }

    public async Task Write(string function, TimerStatus status, CancellationToken cancellation)
    {
        try
        {
            await Blob(function).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellation);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == "ContainerNotFound")
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await Blob(function).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellation);
        }
    }

    private BlobClient Blob(string function) => container.GetBlobClient($"timers/{hostId}/Host.Functions.{function}/status");
}
