using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates;

/// <param name="Run">Tells this run from all others, in every try.</param>
internal sealed record PrepareRequest(DuplicateRequest Asked, string Run);

internal sealed class PrepareDuplicates(Preparing preparing)
{
    [Function(nameof(PrepareDuplicates))]
    public Task<DuplicatePlan> Run([ActivityTrigger] PrepareRequest request, CancellationToken cancellation) =>
        TransientFailure.Of(() => preparing.RunAsync(request.Asked, request.Run, cancellation));
}

internal static class PrepareDuplicatesCall
{
    extension(TaskOrchestrationContext context)
    {
        public Task<DuplicatePlan> PrepareDuplicatesAsync(DuplicateRequest asked, string run) =>
            context.CallActivityAsync<DuplicatePlan>(nameof(PrepareDuplicates), new PrepareRequest(asked, run), Retries.OfTransientFailures);
    }
}
