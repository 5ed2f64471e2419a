using System.Collections.Concurrent;
using System.Collections.Immutable;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>Takes uploads back: what an upload changed gets the content of the version before, as a new version.</summary>
internal sealed class TakingBack(ProjectRows rows, VersionRows versions, Payloads payloads, RowWriter writer, Intents intents, ChangeLog log, Renaming renaming)
{
    public async Task<TakeBackResult> RunAsync(TakeBackRequest request, CancellationToken cancellation)
    {
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = ProjectRows.Lanes, CancellationToken = cancellation };
        var partitions = Enumerable.Range(request.FirstBucket, request.LastBucket - request.FirstBucket + 1).Select(bucket => ProjectKey.PartitionOf(request.Partner, bucket)).ToList();
        var touched = new ConcurrentBag<ProjectKey>();
        var newer = new ConcurrentBag<ProjectKey>();
        await Parallel.ForEachAsync(partitions, lanes, async (partition, stop) => await FindAsync(request, partition, touched, newer, stop).ConfigureAwait(false)).ConfigureAwait(false);
        if (!newer.IsEmpty) return new TakeBackResult.Refused(await ReferencesAsync(newer, cancellation).ConfigureAwait(false));

        var records = new ConcurrentBag<(ProjectKey Key, RecordOutcome Outcome)>();
        var problems = new ConcurrentBag<Problem>();
        await Parallel.ForEachAsync(touched.GroupBy(static key => key.Partition), lanes, async (bucket, stop) =>
            await ApplyAsync(request, bucket.Key, [.. bucket.Order()], records, problems, stop).ConfigureAwait(false)).ConfigureAwait(false);
        return new TakeBackResult.Done(
            [.. records.OrderBy(static each => each.Key).Select(static each => each.Outcome)],
            [.. problems.OrderBy(static problem => problem.Message, StringComparer.Ordinal)]);
    }

    /// <summary>What the upload touched in a partition: its versions that are the newest, and those that something stands on.</summary>
    private async Task FindAsync(TakeBackRequest request, string partition, ConcurrentBag<ProjectKey> touched, ConcurrentBag<ProjectKey> newer, CancellationToken cancellation)
    {
        var heads = (await rows.HeadsAsync(partition, cancellation).ConfigureAwait(false)).Rows;
        if (heads.Count == 0) return;
        foreach (var (key, head) in heads)
            if (head.Kind == RowKind.Project && (head.StandsFor == request.Upload || head.Origin.Reverts == request.Upload)) touched.Add(key);
        await foreach (var version in versions.OfUploadInBucketAsync(partition, heads.Values.Max(static head => head.Version), request.Upload, cancellation).ConfigureAwait(false))
        {
            // A version beside or above the truth is what a crash left of a write that did not happen; without a row it is nobody's.
            if (!heads.TryGetValue(version.Key, out var head) || version.Version > head.Version) continue;
            var stands = head.Kind == RowKind.Alias || (head.Kind == RowKind.Project && version.Version < head.Version && head.StandsFor != request.Upload && head.Origin.Reverts != request.Upload);
            if (stands) newer.Add(version.Key);
        }
    }

    private async Task ApplyAsync(TakeBackRequest request, string partition, IReadOnlyList<ProjectKey> keys, ConcurrentBag<(ProjectKey Key, RecordOutcome Outcome)> records, ConcurrentBag<Problem> problems, CancellationToken cancellation)
    {
        for (var isDone = false; !isDone;)
        {
            var manifest = await rows.ManifestAsync(partition, cancellation).ConfigureAwait(false);
            var plan = await PlanAsync(request, keys, cancellation).ConfigureAwait(false);
            var written = new ConcurrentBag<ChangedKey>(plan.WrittenBefore);
            isDone = true;
            if (!request.CheckOnly)
            {
                var intent = plan.Writes.Count == 0 ? [] : await intents.BeginAsync([.. plan.Writes.Select(static write => write.New.Changed)], cancellation).ConfigureAwait(false);
                isDone = await writer.WriteAsync(partition, plan.Writes, manifest, written, cancellation).ConfigureAwait(false);
                if (!written.IsEmpty) await log.AppendAsync(written, cancellation).ConfigureAwait(false);
                await intents.EndAsync(intent, cancellation).ConfigureAwait(false);
            }

            if (!isDone) continue;
            foreach (var record in plan.Records) records.Add(record);
            foreach (var problem in plan.Problems) problems.Add(problem);
        }
    }

    private async Task<Plan> PlanAsync(TakeBackRequest request, IReadOnlyList<ProjectKey> keys, CancellationToken cancellation)
    {
        var plan = new Plan();
        var found = await rows.FindManyAsync(keys, cancellation).ConfigureAwait(false);
        var below = await versions.BelowAsync([.. found.Values.Where(row => IsToReturn(request, row) && row.StandsAt > 1)], cancellation).ConfigureAwait(false);
        foreach (var key in keys)
        {
            // Taken down meanwhile: nothing is left to take back.
            if (found.GetValueOrDefault(key) is not { Kind: not RowKind.TakenDown } row) continue;
            if (row is { Kind: RowKind.Project, Move: null } && row.Origin.Reverts == request.Upload)
            {
                var reverted = await payloads.OpenAsync(row, cancellation).ConfigureAwait(false);
                plan.WrittenBefore.Add(row.Changed);
                plan.Records.Add((key, new RecordOutcome(reverted.Reference.AsWritten, row.Withdrawn ? Outcome.Withdrawn : Outcome.Updated, PackedProject.Changes(row.Changes))));
            }
            else if (IsToReturn(request, row))
            {
                await ReturnAsync(request, plan, row, below.GetValueOrDefault(key), cancellation).ConfigureAwait(false);
            }
            else
            {
                var reference = await renaming.FollowAsync(key, cancellation).ConfigureAwait(false) is { Kind: RowKind.Project } now
                    ? (await payloads.OpenAsync(now, cancellation).ConfigureAwait(false)).Reference.AsWritten
                    : null;
                plan.Records.Add((key, new RecordOutcome(reference, Outcome.Rejected, [])));
                plan.Problems.Add(new Problem(Position.File, "upload.newer-stands", Severity.Error, $"“{reference}” was changed while the upload was taken back; it stays as it is now."));
            }
        }

        return plan;
    }

    private static bool IsToReturn(TakeBackRequest request, ProjectRow row) =>
        row is { Kind: RowKind.Project, Move: null } && row.StandsFor == request.Upload && row.Origin.Reverts != request.Upload;

    /// <param name="below">The version right below; mostly it is the one to return to.</param>
    private async Task ReturnAsync(TakeBackRequest request, Plan plan, ProjectRow row, ProjectRow? below, CancellationToken cancellation)
    {
        var now = await payloads.OpenAsync(row, cancellation).ConfigureAwait(false);
        var before = row.StandsAt == 1 ? null : below is not null && below.StandsFor != request.Upload ? below : await versions.OfOthersAsync(row, row.StandsAt, request.Upload, cancellation).ConfigureAwait(false);
        var origin = ByHand.After(request.Origin with { Upload = null, Reverts = request.Upload }, row);
        var next = row.Next(origin) with { Withdrawn = true };
        ImmutableArray<FieldChange> changes = [];
        if (before is not null)
        {
            changes = Differences.Between(now, await payloads.OpenAsync(before, cancellation).ConfigureAwait(false));
            next = next with { Withdrawn = before.Withdrawn, Restores = before.StandsAt, RestoredUpload = before.StandsFor, Hash = before.Hash, Payload = before.Payload, Blob = before.Blob };
        }

        if (next.Withdrawn != row.Withdrawn) changes = changes.Add(new FieldChange("withdrawn", row.Withdrawn ? "yes" : "no", next.Withdrawn ? "yes" : "no"));
        plan.Writes.Add(new PlannedWrite(row, next with { Changes = PackedProject.Of(changes) }));
        plan.Records.Add((row.Key, new RecordOutcome(now.Reference.AsWritten, next.Withdrawn ? Outcome.Withdrawn : Outcome.Updated, changes)));
    }

    private async Task<ImmutableArray<ProjectReference>> ReferencesAsync(IEnumerable<ProjectKey> keys, CancellationToken cancellation)
    {
        var references = new List<ProjectReference>();
        foreach (var key in keys.Distinct().Order())
            if (await rows.FollowAsync(key, cancellation).ConfigureAwait(false) is { Kind: RowKind.Project } row)
                references.Add((await payloads.OpenAsync(row, cancellation).ConfigureAwait(false)).Reference);
        return [.. references];
    }

    private sealed class Plan
    {
        public List<PlannedWrite> Writes { get; } = [];

        public List<ChangedKey> WrittenBefore { get; } = [];

        public List<(ProjectKey Key, RecordOutcome Outcome)> Records { get; } = [];

        public List<Problem> Problems { get; } = [];
    }
}
