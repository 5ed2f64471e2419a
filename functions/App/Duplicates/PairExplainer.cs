using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Functions.Duplicates;

/// <summary>Says what speaks for and against pairs of records, by the model of the last run.</summary>
internal sealed class PairExplainer(DuplicateBlobs blobs)
{
    private (string Blob, MatchParameters Parameters)? _known;

    /// <summary>What explains any two of some records; null where no run has made a model yet.</summary>
    public async Task<MatchIndex?> ForAsync(IEnumerable<ProjectRecord> records, CancellationToken cancellation) =>
        await ParametersAsync(cancellation) is { } parameters ? Of(parameters, records) : null;

    public static MatchIndex Of(MatchParameters parameters, IEnumerable<ProjectRecord> records) => MatchIndex.Of(ProjectFields.All, parameters, records.Select(ProjectFields.RecordOf));

    /// <param name="kind">Related, or else whether the two are the same is asked.</param>
    public static (double Prior, ImmutableArray<Reason> Reasons) Explain(MatchIndex index, string first, string second, PairKind kind)
    {
        if (kind != PairKind.Related) return index.Explain(first, second);
        var (prior, reasons) = index.ExplainRelated(first, second);
        return double.IsFinite(prior) ? (prior, reasons) : (0, []);
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
