using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates;

/// <summary>What a run came to.</summary>
/// <param name="New">Pairs that nobody had found before, by kind.</param>
/// <param name="Reopened">Decided pairs that are to be looked at again.</param>
/// <param name="Open">Pairs that were found before and are not decided.</param>
/// <param name="Decided">Pairs that people have decided.</param>
/// <param name="Mails">Mails that were handed over; none to who was mailed that night already.</param>
internal sealed record DuplicateOutcome(DateOnly Date, string Run, bool Full, int Projects, int Changed, IReadOnlyDictionary<PairKind, int> New, int Reopened, int Open, int Decided, int Mails = 0);

internal sealed class ReportDuplicates(Reporting reporting)
{
    [Function(nameof(ReportDuplicates))]
    public Task<DuplicateOutcome> Run([ActivityTrigger] DuplicatePlan plan, CancellationToken cancellation) =>
        TransientFailure.Of(() => reporting.RunAsync(plan, cancellation));
}

internal static class ReportDuplicatesCall
{
    extension(TaskOrchestrationContext context)
    {
        public Task<DuplicateOutcome> ReportDuplicatesAsync(DuplicatePlan plan) =>
            context.CallActivityAsync<DuplicateOutcome>(nameof(ReportDuplicates), plan, Retries.OfTransientFailures);
    }
}
