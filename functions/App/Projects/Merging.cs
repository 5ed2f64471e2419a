using System.Collections.Concurrent;
using System.Collections.Immutable;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>
/// Merges a part of an upload with the register. Partitions are taken together until they have some thousand records, and each such chunk goes
/// through: plan, note the intent, write, log, remove the note; where somebody else was quicker, the partition is planned again.
/// </summary>
internal sealed class Merging(
    ProjectRows rows,
    VersionRows versions,
    Payloads payloads,
    RowWriter writer,
    Intents intents,
    ChangeLog log,
    Renaming renaming)
{
    /// <summary>More conflicts than this in a row are no coincidence.</summary>
    private const int MostRounds = 50;

    private readonly MergeBuckets _buckets = new(rows, versions, payloads);

    public async Task<MergeResult> RunAsync(MergeRequest request, CancellationToken cancellation)
    {
        using var run = new MergeRun(request);
        await Parallel.ForEachAsync(
            await _buckets.OfAsync(request, cancellation).ConfigureAwait(false),
            new ParallelOptions { MaxDegreeOfParallelism = ProjectRows.Lanes, CancellationToken = cancellation },
            async (chunk, stop) => await ChunkAsync(run, chunk, stop).ConfigureAwait(false)).ConfigureAwait(false);
        if (run.IsOutdated) return new MergeResult([], [], IsOutdated: true);
        // After all others: where a file has a project under both references, the present one counts.
        foreach (var record in run.Renamed.OrderBy(static record => record.Index)) await RenamedAsync(run, record, cancellation).ConfigureAwait(false);
        return run.Result();
    }

    private async Task ChunkAsync(MergeRun run, List<BucketMerge> buckets, CancellationToken cancellation)
    {
        for (var round = 0; buckets.Count > 0; round++)
        {
            if (round == MostRounds) throw new TimeoutException("The register changes faster than this upload can be merged.");
            var planned = await Task.WhenAll(buckets.Select(bucket => run.InLaneAsync(() => bucket.PlanAsync(cancellation), cancellation))).ConfigureAwait(false);
            if (planned.Any(static plan => plan.IsOutdated))
            {
                run.IsOutdated = true;
                return;
            }

            var ready = new List<(BucketMerge Bucket, BucketPlan Plan)>();
            var again = new List<BucketMerge>();
            foreach (var (bucket, plan) in buckets.Zip(planned))
            {
                foreach (var key in plan.Moving) await renaming.CompleteAsync(key, cancellation).ConfigureAwait(false);
                if (plan.Moving.Count > 0) again.Add(bucket);
                else ready.Add((bucket, plan));
            }

            if (run.Request.DryRun) ready.ForEach(done => run.Take(done.Plan));
            else again.AddRange(await WriteAsync(run, ready, cancellation).ConfigureAwait(false));
            buckets = again;
        }
    }

    /// <returns>The partitions where somebody else was quicker.</returns>
    private async Task<List<BucketMerge>> WriteAsync(MergeRun run, List<(BucketMerge Bucket, BucketPlan Plan)> ready, CancellationToken cancellation)
    {
        var keys = ready.SelectMany(static each => each.Plan.Writes).Select(static write => write.New.Changed).ToList();
        var intent = keys.Count == 0 ? [] : await intents.BeginAsync(keys, cancellation).ConfigureAwait(false);
        var written = new ConcurrentBag<ChangedKey>(ready.SelectMany(static each => each.Plan.WrittenBefore));
        var done = await Task.WhenAll(ready.Select(each => run.InLaneAsync(
            () => writer.WriteAsync(each.Plan.Partition, each.Plan.Writes, each.Plan.Manifest, written, cancellation), cancellation))).ConfigureAwait(false);
        if (!written.IsEmpty) await log.AppendAsync(written, cancellation).ConfigureAwait(false);
        await intents.EndAsync(intent, cancellation).ConfigureAwait(false);
        var again = new List<BucketMerge>();
        foreach (var (each, isDone) in ready.Zip(done))
        {
            if (isDone) run.Take(each.Plan);
            else again.Add(each.Bucket);
        }

        return again;
    }

    private async Task RenamedAsync(MergeRun run, MergeRecord record, CancellationToken cancellation)
    {
        if (await rows.FollowAsync(record.Key, cancellation).ConfigureAwait(false) is not { } target)
            throw new InvalidDataException("A former reference leads nowhere.");
        var moved = record;
        if (target.Kind == RowKind.Project) moved = record.Under(target.Key, (await payloads.OpenAsync(target, cancellation).ConfigureAwait(false)).Reference);
        else moved = record with { Key = target.Key };
        var bucket = new BucketMerge(rows, versions, payloads, run.Request.Origin, target.Key.Partition, [moved], null);
        await ChunkAsync(run, [bucket], cancellation).ConfigureAwait(false);
    }
}
