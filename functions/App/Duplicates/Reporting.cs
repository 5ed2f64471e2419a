using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Functions.Duplicates;

/// <summary>
/// Brings together what the shards found: findings, report, and the state that the next run begins with. The state is written last; whatever
/// ends before, the run can be done again.
/// </summary>
internal sealed class Reporting(DuplicateBlobs blobs, Comparing comparing, FindingsStore store, VerdictLog log, ReportMaking making, DuplicateReports reports)
{
    public async Task<DuplicateOutcome> RunAsync(DuplicatePlan plan, CancellationToken cancellation)
    {
        var next = await blobs.RequireAsync<MatchState>(plan.Next, cancellation);
        var records = await blobs.RequireAsync<ProjectRecord[]>(next.Records, cancellation);
        var (found, index) = await comparing.FoundAsync(plan, next, cancellation);
        await blobs.WritePairsAsync(next.Pairs, found.Pairs, cancellation);
        var findings = Gathering.Of(plan, records, found, index, next.Model, await log.CurrentAsync(cancellation), await store.CurrentAsync(cancellation), next.Lessons);
        await store.WriteAsync(findings, cancellation);
        var report = await making.OfAsync(plan, cancellation);
        await reports.WriteAsync(report, cancellation);
        await blobs.WriteAsync(MatchState.Blob, next, cancellation);
        await TidyAsync(plan, next, cancellation);
        return new DuplicateOutcome(
            plan.Date,
            plan.Run,
            plan.Full,
            plan.Projects,
            plan.Changed,
            new[] { PairKind.Same, PairKind.Related, PairKind.Overlap }.ToDictionary(static kind => kind, kind => report.Count(PairState.New, kind)),
            report.Pairs.Count(static pair => pair.State == PairState.Reopened),
            report.Pairs.Count(static pair => pair.State == PairState.Open),
            report.DecidedBefore + report.Pairs.Count(static pair => pair.State == PairState.Decided));
    }

    /// <summary>
    /// Takes away what earlier runs left, but for what this one began with: it may have to be done again. Whoever still works with the rest
    /// began before this run ended, and fails.
    /// </summary>
    private async Task TidyAsync(DuplicatePlan plan, MatchState next, CancellationToken cancellation)
    {
        var before = await blobs.ReadAsync<MatchState>(plan.Before, cancellation);
        var kept = new[] { next, before }.OfType<MatchState>().SelectMany(static state => new[] { state.Records, state.Index, state.Parameters, state.Pairs }).ToHashSet();
        foreach (var folder in new[] { "records/", "indexes/", "parameters/", "pairs/" }) await blobs.TidyAsync(folder, kept.Contains, cancellation);
        await blobs.TidyAsync("runs/", name => name.StartsWith(plan.Folder, StringComparison.Ordinal), cancellation);
    }
}
