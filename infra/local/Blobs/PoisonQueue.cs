using System.Text.Json;
using Azure;
using Azure.Storage.Queues;

namespace ParisPact.Local.Blobs;

/// <summary>Where blobs go that a function could not take in five tries: a queue with a fixed name, in the blobs' own account.</summary>
internal sealed class PoisonQueue(string connection)
{
    public const string Name = "webjobs-blobtrigger-poison";

    private readonly QueueClient queue = new(connection, Name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    public async Task Add(string function, string blobType, string container, string blob, string etag, CancellationToken cancellation)
    {
        var message = JsonSerializer.Serialize(new
        {
            Type = "BlobTrigger",
            FunctionId = $"Host.Functions.{function}",
            BlobType = blobType,
            ContainerName = container,
            BlobName = blob,
            ETag = $"\"{etag}\"",
        });
        try
        {
            await queue.SendMessageAsync(message, cancellation);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == "QueueNotFound")
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await queue.SendMessageAsync(message, cancellation);
        }
    }
}
