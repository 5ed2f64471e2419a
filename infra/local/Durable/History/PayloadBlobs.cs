using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ParisPact.Local.Durable.History;

/// <summary>Payloads that are too long for a table, as blobs under the key of their instance.</summary>
internal sealed class PayloadBlobs(BlobContainerClient container)
{
    /// <summary>Characters; a property of Table Storage holds 32,768, and several stand in one row.</summary>
    public const int Longest = 16_000;

    private const string Mark = "\u0001blob:";

    /// <summary>Where a string in memory lies already: an input is written with every turn, and its blob only once.</summary>
    private readonly ConditionalWeakTable<string, string> known = [];

    public Task PrepareAsync(CancellationToken cancellation) => container.CreateIfNotExistsAsync(cancellationToken: cancellation);

    /// <summary>The payload itself, or where it was put.</summary>
    /// <param name="folder">One of <see cref="Folder(string, int)"/> and <see cref="Inbox"/>.</param>
    public async Task<string?> PutAsync(string folder, string? payload, CancellationToken cancellation)
    {
        if (payload is null || payload.Length <= Longest) return payload;
        if (known.TryGetValue(payload, out var kept) && kept.StartsWith(folder, StringComparison.Ordinal)) return Mark + kept;
        var name = $"{folder}{Guid.NewGuid():N}";
        await container.UploadBlobAsync(name, BinaryData.FromString(payload), cancellation);
        known.AddOrUpdate(payload, name);
        return Mark + name;
    }

    public async Task<string?> GetAsync(string? kept, CancellationToken cancellation)
    {
        if (kept is null || !kept.StartsWith(Mark, StringComparison.Ordinal)) return kept;
        var name = kept[Mark.Length..];
        BlobDownloadResult blob = await container.GetBlobClient(name).DownloadContentAsync(cancellation);
        var payload = blob.Content.ToString();
        known.AddOrUpdate(payload, name);
        return payload;
    }

    public async Task<HistoryEvent> PutAsync(string folder, HistoryEvent fact, CancellationToken cancellation) =>
        fact.Payload?.Length > Longest ? fact with { Payload = await PutAsync(folder, fact.Payload, cancellation) } : fact;

    public async Task<HistoryEvent> GetAsync(HistoryEvent fact, CancellationToken cancellation) =>
        fact.Payload?.StartsWith(Mark, StringComparison.Ordinal) == true ? fact with { Payload = await GetAsync(fact.Payload, cancellation) } : fact;

    /// <summary>Removes what lies in a folder.</summary>
    public async Task DeleteAsync(string folder, CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellation))
        {
            await container.DeleteBlobIfExistsAsync(blob.Name, DeleteSnapshotsOption.None, null, cancellation);
        }
    }

    /// <summary>All of an instance.</summary>
    public static string Folder(string partition) => Uri.EscapeDataString(partition) + "/";

    /// <summary>What one generation of an instance carries.</summary>
    public static string Folder(string partition, int generation) => string.Create(CultureInfo.InvariantCulture, $"{Folder(partition)}{generation:D10}/");

    /// <summary>What one message to an instance carries.</summary>
    public static string Inbox(string partition, string key) => $"{Folder(partition)}inbox/{key}/";
}
