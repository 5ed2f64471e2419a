using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates;

internal sealed class MailDuplicates(Mailing mailing)
{
    /// <returns>How many mails were handed over that had not been before.</returns>
    [Function(nameof(MailDuplicates))]
    public Task<int> Run([ActivityTrigger] DuplicatePlan plan, CancellationToken cancellation) =>
        TransientFailure.Of(() => mailing.RunAsync(plan, cancellation));
}

internal static class MailDuplicatesCall
{
    extension(TaskOrchestrationContext context)
    {
        public Task<int> MailDuplicatesAsync(DuplicatePlan plan) =>
            context.CallActivityAsync<int>(nameof(MailDuplicates), plan, Retries.OfTransientFailures);
    }
}
