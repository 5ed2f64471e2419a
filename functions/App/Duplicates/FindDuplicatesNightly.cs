using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ParisPact.Functions.Duplicates;

internal sealed class FindDuplicatesNightly(TimeProvider time)
{
    /// <summary>At two in the night, UTC: when the day's files are in, and before anybody in Vienna or Tashkent reads mail.</summary>
    [Function(nameof(FindDuplicatesNightly))]
    public Task Run([TimerTrigger("0 0 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        DuplicateRuns.StartAsync(durable, new DuplicateRequest(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), Full: false), cancellation);
}
