using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates;

/// <summary>Whose project is to be forgotten: by the hashes of its references.</summary>
internal sealed record ForgetDuplicates(string Partner, ImmutableArray<string> Rows);

internal sealed class ForgetInDuplicates(Forgetting forgetting)
{
    /// <returns>How many nights' reports were removed.</returns>
    [Function(nameof(ForgetInDuplicates))]
    public Task<int> Run([ActivityTrigger] ForgetDuplicates order, CancellationToken cancellation) =>
        TransientFailure.Of(() => forgetting.RunAsync(order, cancellation));
}

internal static class ForgetInDuplicatesCall
{
    extension(TaskOrchestrationContext context)
    {
        public Task<int> ForgetInDuplicatesAsync(ForgetDuplicates order) =>
            context.CallActivityAsync<int>(nameof(ForgetInDuplicates), order, Retries.OfTransientFailures);
    }
}
