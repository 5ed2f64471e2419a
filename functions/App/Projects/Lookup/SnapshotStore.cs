using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>
/// Keeps the projection as a blob, <c>projections/projects.bin</c>, so that an instance starts without reading the register through.
/// Nothing depends on it: without one, the register is read.
/// </summary>
internal sealed class SnapshotStore(Storage storage, Register register)
{
    private const string Position = "position";

    private const string Build = "build";

    /// <summary>Of the entry of the change log at that position: a snapshot of a log that the store has no more, since it was restored, counts for nothing.</summary>
    private const string Mark = "mark";

    /// <returns>Null where there is none that this build can use and that this store's log leads to.</returns>
    public async Task<Projection?> LoadAsync(MonthlyRates rates, string ratesVersion, CancellationToken cancellation)
    {
        var blob = await BlobAsync().ConfigureAwait(false);
        if (await StoredAsync(blob, cancellation).ConfigureAwait(false) is not { IsOfThisLog: true }) return null;
        try
        {
            await using var stream = new BufferedStream(await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation).ConfigureAwait(false), 1 << 16);
            return SnapshotFormat.Read(stream, rates, ratesVersion);
        }
        catch (RequestFailedException missing) when (missing.Status is 404 or 412)
        {
            // Not there, or replaced while it was being read: the register itself is always there.
            return null;
        }
    }

    /// <summary>Writes a compact projection, unless the one that is there has come further.</summary>
    /// <param name="mustReplace">True where what is there holds what may no longer be kept: the call returns when it is gone.</param>
    public async Task SaveAsync(Projection projection, bool mustReplace, CancellationToken cancellation)
    {
        var blob = await BlobAsync().ConfigureAwait(false);
        while (true)
        {
            var stands = await StoredAsync(blob, cancellation).ConfigureAwait(false);
            if (stands is { IsOfThisLog: true } there && there.Build == SnapshotFormat.Build && (there.Position > projection.Position || (there.Position == projection.Position && !mustReplace))) return;
            if (await WriteAsync(blob, projection, await register.Log.MarkAsync(projection.Position, cancellation).ConfigureAwait(false) ?? "", stands?.ETag, cancellation).ConfigureAwait(false) || !mustReplace) return;
        }
    }

    private static async Task<bool> WriteAsync(BlobClient blob, Projection projection, string mark, ETag? replaces, CancellationToken cancellation)
    {
        // Bytes first, so that a failure half-way cannot leave half a snapshot.
        using var bytes = new MemoryStream();
        SnapshotFormat.Write(bytes, projection);
        bytes.Position = 0;
        try
        {
            await blob.UploadAsync(
                bytes,
                new BlobUploadOptions
                {
                    Conditions = replaces is { } tag ? new BlobRequestConditions { IfMatch = tag } : new BlobRequestConditions { IfNoneMatch = ETag.All },
                    Metadata = new Dictionary<string, string> { [Position] = projection.Position.ToString(CultureInfo.InvariantCulture), [Build] = SnapshotFormat.Build, [Mark] = mark },
                },
                cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException raced) when (raced.Status is 409 or 412)
        {
            return false;
        }
    }

    private async Task<Stored?> StoredAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation).ConfigureAwait(false)).Value;
            var position = long.TryParse(properties.Metadata.TryGetValue(Position, out var text) ? text : "", NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : -1;
            var mark = properties.Metadata.TryGetValue(Mark, out var written) ? written : "";
            return new Stored(position, properties.Metadata.TryGetValue(Build, out var build) ? build : "", properties.ETag, position >= 0 && mark == await register.Log.MarkAsync(position, cancellation).ConfigureAwait(false));
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private sealed record Stored(long Position, string Build, ETag ETag, bool IsOfThisLog);

    private async Task<BlobClient> BlobAsync() => (await storage.ContainerAsync("projections").ConfigureAwait(false)).GetBlobClient("projects.bin");
}
