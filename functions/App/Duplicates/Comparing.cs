using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Functions.Duplicates;

/// <summary>Searches the pairs of a shard: all of them in a full run, else those that what has changed adds or takes away.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose of.")]
internal sealed class Comparing(DuplicateBlobs blobs)
{
    /// <summary>One at a time in a process: the search of one shard uses all its cores already, and all shards look at the same records.</summary>
    private readonly SemaphoreSlim _room = new(1);

    private (string Run, WeakReference<Compared> Compared)? _last;

    /// <returns>How many pairs were found.</returns>
    public async Task<int> RunAsync(DuplicatePlan plan, int shard, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        try
        {
            var compared = await ReadAsync(plan, cancellation);
            if (compared is Compared.All all)
            {
                var found = all.Index.Find(shard, plan.Shards);
                await blobs.WriteAsync(plan.Shard(shard), found, cancellation);
                return found.Pairs.Length;
            }

            var (change, standing) = (Compared.Changed)compared;
            var different = change.Find(standing, shard, plan.Shards);
            await blobs.WriteAsync(plan.Shard(shard), new ShardFile(different.Found, [.. different.Lost.Select(static pair => new[] { pair.Left, pair.Right })]), cancellation);
            return different.Found.Pairs.Length;
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>What all shards found, in the index as it is to be kept; no index where there are no two projects.</summary>
    public async Task<(FoundPairs Found, MatchIndex? Index)> FoundAsync(DuplicatePlan plan, MatchState next, CancellationToken cancellation)
    {
        if (plan.Shards == 0) return (new FoundPairs([], 0, 0, 0, 0), null);
        await _room.WaitAsync(cancellation);
        try
        {
            var compared = await ReadAsync(plan, cancellation);
            if (compared is Compared.All all) return (FoundPairs.Of(await ShardsAsync<FoundPairs>(plan, cancellation)), all.Index);
            var (change, standing) = (Compared.Changed)compared;
            var shards = (await ShardsAsync<ShardFile>(plan, cancellation)).ConvertAll(static file => new ShardChange(file.Found, [.. file.Lost.Select(static pair => (pair[0], pair[1]))]));
            await blobs.WriteIndexAsync(next.Index!, change.After, cancellation);
            return (FoundPairs.Of(shards.ConvertAll(static shard => shard.Found)) with { Pairs = change.Pairs(standing, shards) }, change.After);
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task<List<T>> ShardsAsync<T>(DuplicatePlan plan, CancellationToken cancellation)
        where T : class
    {
        var shards = new List<T>(plan.Shards);
        for (var shard = 0; shard < plan.Shards; shard++) shards.Add(await blobs.RequireAsync<T>(plan.Shard(shard), cancellation));
        return shards;
    }

    private async Task<Compared> ReadAsync(DuplicatePlan plan, CancellationToken cancellation)
    {
        if (_last is { } last && last.Run == plan.Run && last.Compared.TryGetTarget(out var known)) return known;
        var state = await blobs.RequireAsync<MatchState>(plan.Full ? plan.Next : plan.Before, cancellation);
        var index = await blobs.ReadIndexAsync(state.Index!, await blobs.RequireAsync<MatchParameters>(state.Parameters!, cancellation), cancellation);
        Compared compared = new Compared.All(index);
        if (!plan.Full)
        {
            var changes = await blobs.RequireAsync<RecordChange[]>(plan.Changes, cancellation);
            var change = index.With(changes.Select(static one => one.After).OfType<ProjectRecord>().Select(ProjectFields.RecordOf), changes.Where(static one => one.After is null).Select(static one => one.Before!.Key));
            compared = new Compared.Changed(change, await blobs.ReadPairsAsync(state.Pairs, cancellation));
        }

        _last = (plan.Run, new WeakReference<Compared>(compared));
        return compared;
    }

    /// <summary>What a run compares.</summary>
    private abstract record Compared
    {
        public sealed record All(MatchIndex Index) : Compared;

        public sealed record Changed(MatchChange Change, ImmutableArray<FoundPair> Standing) : Compared;
    }

    /// <param name="Lost">Keys of the two records of each pair that may be none any more.</param>
    private sealed record ShardFile(FoundPairs Found, ImmutableArray<string[]> Lost);
}
