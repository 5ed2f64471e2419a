using System.Diagnostics.CodeAnalysis;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Functions.Duplicates;

/// <summary>Searches the pairs of a shard.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose of.")]
internal sealed class Comparing(DuplicateBlobs blobs)
{
    /// <summary>One at a time in a process: the search of one shard uses all its cores already, and all shards look at the same records.</summary>
    private readonly SemaphoreSlim _room = new(1);

    private (string Run, WeakReference<MatchIndex> Index)? _last;

    public async Task<int> RunAsync(DuplicatePlan plan, int shard, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        try
        {
            var index = await IndexAsync(plan, cancellation);
            var found = index.Find(shard, plan.Shards);
            await blobs.WriteAsync(plan.Shard(shard), found, cancellation);
            return found.Pairs.Length;
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task<MatchIndex> IndexAsync(DuplicatePlan plan, CancellationToken cancellation)
    {
        if (_last is { } last && last.Run == plan.Run && last.Index.TryGetTarget(out var known)) return known;
        var next = await blobs.RequireAsync<MatchState>(plan.Next, cancellation);
        var records = await blobs.RequireAsync<ProjectRecord[]>(next.Records, cancellation);
        var index = MatchIndex.Of(ProjectFields.All, await blobs.RequireAsync<MatchParameters>(next.Parameters!, cancellation), records.Select(ProjectFields.RecordOf));
        _last = (plan.Run, new WeakReference<MatchIndex>(index));
        return index;
    }
}
