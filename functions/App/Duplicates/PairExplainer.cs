using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Functions.Duplicates;

/// <summary>Says what speaks for and against two records, by the model of the last run.</summary>
internal sealed class PairExplainer(DuplicateBlobs blobs)
{
    private (string Blob, MatchParameters Parameters)? _known;

    /// <param name="kind">Related, or else whether the two are the same is asked.</param>
    /// <returns>Null where no run has made a model yet.</returns>
    public async Task<(double Prior, ImmutableArray<Reason> Reasons)?> ExplainAsync(ProjectRecord first, ProjectRecord second, PairKind kind, CancellationToken cancellation) =>
        await ParametersAsync(cancellation) is { } parameters ? Explain(parameters, first, second, kind) : null;

    public static (double Prior, ImmutableArray<Reason> Reasons) Explain(MatchParameters parameters, ProjectRecord first, ProjectRecord second, PairKind kind)
    {
        var index = MatchIndex.Of(ProjectFields.All, parameters, [ProjectFields.RecordOf(first), ProjectFields.RecordOf(second)]);
        if (kind != PairKind.Related) return index.Explain(first.Key, second.Key);
        var (prior, reasons) = index.ExplainRelated(first.Key, second.Key);
        return double.IsFinite(prior) ? (prior, reasons) : (0, []);
    }

    /// <summary>In bits.</summary>
    public static double Weight(MatchParameters parameters, ProjectRecord first, ProjectRecord second)
    {
        var (prior, reasons) = Explain(parameters, first, second, PairKind.Same);
        return prior + reasons.Sum(static reason => reason.Bits);
    }

    private async Task<MatchParameters?> ParametersAsync(CancellationToken cancellation)
    {
        if (await blobs.ReadAsync<MatchState>(MatchState.Blob, cancellation) is not { Parameters: { } blob }) return null;
        if (_known is { } known && known.Blob == blob) return known.Parameters;
        var parameters = await blobs.RequireAsync<MatchParameters>(blob, cancellation);
        _known = (blob, parameters);
        return parameters;
    }
}
