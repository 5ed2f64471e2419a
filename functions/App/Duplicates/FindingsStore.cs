using Azure;

namespace ParisPact.Functions.Duplicates;

/// <summary>What the last run found; kept in memory until another one finds something else.</summary>
internal sealed class FindingsStore(DuplicateBlobs blobs)
{
    private const string Name = "findings.json";

    private (ETag Version, FindingsIndex Index)? _known;

    /// <returns>Null where no run has ended yet.</returns>
    public async Task<FindingsIndex?> CurrentAsync(CancellationToken cancellation)
    {
        if (await blobs.VersionAsync(Name, cancellation) is not { } version) return null;
        if (_known is { } known && known.Version == version) return known.Index;
        if (await blobs.ReadAsync<Findings>(Name, cancellation) is not { } findings) return null;
        var index = FindingsIndex.Of(findings);
        _known = (version, index);
        return index;
    }

    public Task WriteAsync(Findings findings, CancellationToken cancellation) => blobs.WriteAsync(Name, findings, cancellation);
}
