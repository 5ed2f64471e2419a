using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Functions.Duplicates;

/// <summary>
/// Brings together what the shards found: findings, report, and the state that the next run begins with. The state is written last; whatever
/// ends before, the run can be done again.
/// </summary>
internal sealed class Reporting(DuplicateBlobs blobs, FindingsStore store, VerdictLog log, ReportMaking making, DuplicateReports reports)
{
    public async Task<DuplicateOutcome> RunAsync(DuplicatePlan plan, CancellationToken cancellation)
    {
        var next = await blobs.RequireAsync<MatchState>(plan.Next, cancellation);
        var records = await blobs.RequireAsync<ProjectRecord[]>(next.Records, cancellation);
        var parameters = next.Parameters is { } file ? await blobs.RequireAsync<MatchParameters>(file, cancellation) : null;
        var shards = new List<FoundPairs>();
        for (var shard = 0; shard < plan.Shards; shard++) shards.Add(await blobs.RequireAsync<FoundPairs>(plan.Shard(shard), cancellation));

        var verdicts = await log.CurrentAsync(cancellation);
        var findings = Gathering.Of(plan, records, FoundPairs.Of(shards), parameters, next.Model, verdicts, await store.CurrentAsync(cancellation));
        await store.WriteAsync(findings, cancellation);
        var report = await making.OfAsync(FindingsIndex.Of(findings), verdicts, records.ToDictionary(static record => record.Key, StringComparer.Ordinal), parameters, cancellation);
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

    /// <summary>What earlier runs left: whoever still works with it began before this run ended, and finds by itself that it is gone.</summary>
    private async Task TidyAsync(DuplicatePlan plan, MatchState next, CancellationToken cancellation)
    {
        string[] kept = [next.Records, next.Parameters ?? "", next.Pairs];
        foreach (var folder in new[] { "records/", "parameters/", "pairs/" }) await blobs.TidyAsync(folder, kept.Contains, cancellation);
        await blobs.TidyAsync("runs/", name => name.StartsWith(plan.Folder, StringComparison.Ordinal), cancellation);
    }
}
