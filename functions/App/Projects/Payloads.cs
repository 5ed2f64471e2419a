using System.Security.Cryptography;
using Azure.Storage.Blobs;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects;

/// <summary>Payloads where they are too large for a row: a blob that the row names.</summary>
internal sealed class Payloads(RegisterTables tables)
{
    /// <summary>Bytes that a row holds itself: with differences and the rest it stays under 1 MiB.</summary>
    public const int MostInRow = 13 * TableSizes.MaximumBinary;

    /// <summary>The row as it can be written. The blob is named by its content, so that doing this twice does it once.</summary>
    public async Task<ProjectRow> KeepAsync(ProjectRow row, CancellationToken cancellation)
    {
        if (row.Payload.Length <= MostInRow) return row;
        var name = $"{Folder(row.Key)}{Convert.ToHexStringLower(SHA256.HashData(row.Payload))}";
        await tables.Payloads.GetBlobClient(name).UploadAsync(new BinaryData(row.Payload), overwrite: true, cancellation).ConfigureAwait(false);
        return row with { Payload = [], Blob = name };
    }

    public async Task<Project> OpenAsync(ProjectRow row, CancellationToken cancellation)
    {
        if (row.Blob is null) return PackedProject.Project(row.Payload);
        var content = await tables.Payloads.GetBlobClient(row.Blob).DownloadContentAsync(cancellation).ConfigureAwait(false);
        return PackedProject.Project(content.Value.Content);
    }

    public async Task<StoredProject> StoredAsync(ProjectRow row, CancellationToken cancellation) => new(
        row.Key,
        await OpenAsync(row, cancellation).ConfigureAwait(false),
        row.Version,
        row.Withdrawn,
        row.CreatedAt,
        row.Origin,
        row.Sheet,
        row.Line,
        row.HttpTag);

    public async Task RemoveAsync(ProjectKey key, CancellationToken cancellation)
    {
        await foreach (var blob in tables.Payloads.GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = Folder(key) }, cancellation).ConfigureAwait(false))
            await tables.Payloads.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation).ConfigureAwait(false);
    }

    private static string Folder(ProjectKey key) => $"{key.Partition}/{key.Row}/";
}
