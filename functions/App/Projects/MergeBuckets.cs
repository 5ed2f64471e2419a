namespace ParisPact.Functions.Projects;

/// <summary>Sorts the records of a request into its partitions, with what stands in them already.</summary>
internal sealed class MergeBuckets(ProjectRows rows, VersionRows versions, Payloads payloads)
{
    /// <summary>Each chunk costs a note, an entry of the log, and the removal of the note; its projects can be looked up when it is through.</summary>
    private const int KeysInChunk = 2_000;

    /// <summary>The partitions in which something may change, in chunks of some thousand records.</summary>
    public async Task<List<List<BucketMerge>>> OfAsync(MergeRequest request, CancellationToken cancellation) =>
        Chunks(await BucketsAsync(request, cancellation).ConfigureAwait(false));

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
}
