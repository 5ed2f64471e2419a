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

    /// <summary>Each chunk costs a note, an entry of the log, and the removal of the note; its projects can be looked up when it is through.</summary>
    private const int KeysInChunk = 2_000;

    public async Task<MergeResult> RunAsync(MergeRequest request, CancellationToken cancellation)
    {
        using var run = new Run(request);
        var buckets = await BucketsAsync(request, cancellation).ConfigureAwait(false);
        await Parallel.ForEachAsync(
            Chunks(buckets),
            new ParallelOptions { MaxDegreeOfParallelism = ProjectRows.Lanes, CancellationToken = cancellation },
            async (chunk, stop) => await ChunkAsync(run, chunk, stop).ConfigureAwait(false)).ConfigureAwait(false);
        if (run.IsOutdated) return new MergeResult([], [], IsOutdated: true);
        // After all others: where a file has a project under both references, the present one counts.
        foreach (var record in run.Renamed.OrderBy(static record => record.Index)) await RenamedAsync(run, record, cancellation).ConfigureAwait(false);
        return run.Result();
    }

    private async Task<List<(BucketMerge Bucket, int Records)>> BucketsAsync(MergeRequest request, CancellationToken cancellation)
    {
        var records = Records(request);
        Predicate<ProjectKey>? named = null;
        if (request.WithdrawOthers)
        {
            var own = records.Values.SelectMany(static records => records).Select(static record => record.Key).ToHashSet();
            named = key => own.Contains(key) || request.Named.Contains(key.Fingerprint);
        }

        var manifests = request.WithdrawOthers ? null : await rows.ManifestsAsync([.. records.Keys], cancellation).ConfigureAwait(false);
        var ahead = manifests is null || IsWorthAsking(request, records, manifests)
            ? await rows.HeadsAsync(Partition(request.FirstBucket), Partition(request.LastBucket), cancellation).ConfigureAwait(false)
            : null;
        var buckets = new List<(BucketMerge, int)>();
        for (var bucket = request.FirstBucket; bucket <= request.LastBucket; bucket++)
        {
            var partition = Partition(bucket);
            var incoming = records.GetValueOrDefault(partition) ?? [];
            if (incoming.Count == 0 && named is null) continue;
            var heads = ahead is null ? null : ahead.GetValueOrDefault(partition) ?? PartitionHeads.None();
            buckets.Add((new BucketMerge(rows, versions, payloads, request.Origin, partition, incoming, named, heads, manifests?[partition]), incoming.Count));
        }

        return buckets;

        string Partition(int bucket) => ProjectKey.PartitionOf(request.Partner, bucket);
    }

    /// <summary>The records of a request by their partitions.</summary>
    private static Dictionary<string, List<MergeRecord>> Records(MergeRequest request)
    {
        if (request.Projects.Any(incoming => incoming.Partner != request.Partner)) throw new ArgumentException("A record of another partner.");
        var records = request.Projects
            .Select(static (incoming, index) => MergeRecord.Of(index, incoming, incoming.Key))
            .GroupBy(static record => record.Key.Partition)
            .ToDictionary(static group => group.Key, static group => group.ToList());
        if (records.Values.Any(of => of[0].Key.Bucket < request.FirstBucket || of[0].Key.Bucket > request.LastBucket)) throw new ArgumentException("A record outside of the buckets of the request.");
        if (records.Values.Any(of => of.DistinctBy(static record => record.Key).Count() != of.Count)) throw new ArgumentException("A reference twice in one request.");
        return records;
    }

    /// <summary>Whether the heads of all partitions of the request in one query cost less than asking partition by partition for what the manifests leave open.</summary>
    private static bool IsWorthAsking(MergeRequest request, Dictionary<string, List<MergeRecord>> records, IReadOnlyDictionary<string, Manifest> manifests)
    {
        var open = records.Sum(of => manifests[of.Key] is { IsNew: false } manifest ? of.Value.Count(record => MergeRules.Decide(record, manifest, request.Origin) is null) : 0);
        return open >= (request.LastBucket - request.FirstBucket + 1) * ProjectRows.WorthScanning;
    }

    private static List<List<BucketMerge>> Chunks(List<(BucketMerge Bucket, int Records)> buckets)
    {
        var chunks = new List<List<BucketMerge>>();
        var size = int.MaxValue;
        foreach (var (bucket, records) in buckets)
        {
            // A partition of its own costs a request or more, whatever is in it.
            var weight = records + 10;
            if (size > KeysInChunk - weight)
            {
                chunks.Add([]);
                size = 0;
            }

            chunks[^1].Add(bucket);
            size += weight;
        }

        return chunks;
    }

    private async Task ChunkAsync(Run run, List<BucketMerge> buckets, CancellationToken cancellation)
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
    private async Task<List<BucketMerge>> WriteAsync(Run run, List<(BucketMerge Bucket, BucketPlan Plan)> ready, CancellationToken cancellation)
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

    private async Task RenamedAsync(Run run, MergeRecord record, CancellationToken cancellation)
    {
        if (await rows.FollowAsync(record.Key, cancellation).ConfigureAwait(false) is not { } target)
            throw new InvalidDataException("A former reference leads nowhere.");
        var moved = record;
        if (target.Kind == RowKind.Project) moved = record.Under(target.Key, (await payloads.OpenAsync(target, cancellation).ConfigureAwait(false)).Reference);
        else moved = record with { Key = target.Key };
        var bucket = new BucketMerge(rows, versions, payloads, run.Request.Origin, target.Key.Partition, [moved], null);
        await ChunkAsync(run, [bucket], cancellation).ConfigureAwait(false);
    }

    /// <summary>One run of a request: what is known of its outcome so far, and how many requests go at once.</summary>
    private sealed class Run(MergeRequest request) : IDisposable
    {
        private readonly SemaphoreSlim _lanes = new(ProjectRows.Lanes);
        private readonly RecordOutcome?[] _outcomes = new RecordOutcome?[request.Projects.Count];
        private readonly List<(ProjectKey Key, RecordOutcome Outcome)> _withdrawn = [];
        private readonly List<(int Index, Problem Problem)> _problems = [];
        private readonly Lock _gate = new();

        public MergeRequest Request { get; } = request;

        public List<MergeRecord> Renamed { get; } = [];

        public bool IsOutdated { get; set; }

        public async Task<T> InLaneAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
        {
            await _lanes.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                return await work().ConfigureAwait(false);
            }
            finally
            {
                _lanes.Release();
            }
        }

        public void Take(BucketPlan plan)
        {
            lock (_gate)
            {
                foreach (var (index, outcome) in plan.Outcomes) _outcomes[index] = outcome;
                _withdrawn.AddRange(plan.Withdrawn);
                _problems.AddRange(plan.Problems);
                Renamed.AddRange(plan.Renamed);
            }
        }

        public MergeResult Result() => new(
            [.. _outcomes.Select(static outcome => outcome ?? throw new InvalidOperationException("A record without an outcome.")), .. _withdrawn.OrderBy(static each => each.Key).Select(static each => each.Outcome)],
            [.. _problems.OrderBy(static each => each.Index).ThenBy(static each => each.Problem.Message, StringComparer.Ordinal).Select(static each => each.Problem)]);

        public void Dispose() => _lanes.Dispose();
    }
}
