using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates;

/// <param name="Shard">From 0.</param>
internal sealed record ShardRequest(DuplicatePlan Plan, int Shard);

internal sealed class CompareShard(Comparing comparing)
{
    /// <returns>How many pairs were found.</returns>
    [Function(nameof(CompareShard))]
    public Task<int> Run([ActivityTrigger] ShardRequest request, CancellationToken cancellation) =>
        TransientFailure.Of(() => comparing.RunAsync(request.Plan, request.Shard, cancellation));
}

internal static class CompareShardCall
{
    extension(TaskOrchestrationContext context)
    {
        /// <summary>All shards at once; one that fails is tried again alone.</summary>
        public Task CompareShardsAsync(DuplicatePlan plan) => Task.WhenAll(Enumerable.Range(0, plan.Shards).Select(shard =>
            context.CallActivityAsync<int>(nameof(CompareShard), new ShardRequest(plan, shard), Retries.OfTransientFailures)));
    }
}
