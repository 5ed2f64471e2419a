using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.DurableTask.Client;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>What every door does with a file that has arrived: enters it in the book and starts taking it in. Doing it twice is harmless.</summary>
internal sealed class UploadStart(Storage storage, UploadBook book, UploadIntents intents, TimeProvider time)
{
    /// <summary>The upload; null where the blob is gone again, or is only the mark of an empty folder.</summary>
    public async Task<Upload?> StartAsync(string blob, DurableTaskClient durable, CancellationToken cancellation)
    {
        if (await FindAsync(blob, cancellation) is not { } upload) return null;
        if (await book.AddAsync(upload, cancellation) || await book.ReadAsync(upload.Id, cancellation) is { Busy: true, Receipt.FinishedAt: null }) await ScheduleAsync(upload.Id, durable, cancellation);
        return upload;
    }

    /// <summary>Starts the orchestration of an upload that is in the book, unless it is there already.</summary>
    public static Task ScheduleAsync(string id, DurableTaskClient durable, CancellationToken cancellation) =>
        OneInstance.StartAsync(durable, nameof(TakeInUpload), $"ingest-{id}", id, cancellation);

    /// <summary>The upload that a blob is, as it stands now; null where there is no such blob.</summary>
    public async Task<Upload?> FindAsync(string blob, CancellationToken cancellation)
    {
        var client = (await storage.ContainerAsync(Upload.Container)).GetBlobClient(blob);
        BlobProperties properties;
        try
        {
            properties = await client.GetPropertiesAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }

        if (blob.EndsWith('/') || properties.Metadata.ContainsKey("hdi_isfolder")) return null;
        var intent = await intents.OfAsync(blob, cancellation) ?? OfMetadata(properties.Metadata);
        return new Upload(
            UploadId.Of(blob, properties.ETag), blob, properties.ETag.ToString(), properties.ContentLength,
            intent.Mode, intent.DryRun, intent.Confirm, intent.By, intent.OnBehalf, properties.LastModified, time.GetUtcNow());
    }

    /// <summary>What a dropped blob may say for itself: what it means, never who sent it.</summary>
    private static UploadIntent OfMetadata(IDictionary<string, string> metadata) => new(
        "dropped into storage",
        OnBehalf: false,
        Value(metadata, "mode") == "complete" ? UploadMode.Complete : UploadMode.Add,
        DryRun: Value(metadata, "dryrun") == "true",
        int.TryParse(Value(metadata, "confirm"), NumberStyles.None, CultureInfo.InvariantCulture, out var confirm) ? confirm : null);

    private static string? Value(IDictionary<string, string> metadata, string name) =>
        metadata.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.Trim().ToLowerInvariant();
}
