using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake;

/// <summary>From a file that has arrived to its receipt.</summary>
internal static class TakeInUpload
{
    [Function(nameof(TakeInUpload))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var upload = context.GetInput<string>()!;
        try
        {
            var findings = await ReadAndMergeAsync(context, upload, whole: false)
                ?? await ReadAndMergeAsync(context, upload, whole: true)
                ?? throw new InvalidOperationException("A file that was read whole was merged as if it were not.");

            // What became of it.
            await context.WriteReceiptAsync(findings);
        }
        catch (TaskFailedException fault)
        {
            // Whoever sent the file learns that the fault is ours, and that nothing is lost.
            await context.ReportFaultAsync(new UploadFault(upload, context.CurrentUtcDateTime, fault.Message));
        }
    }

    /// <returns>Null where somebody changed, between reading and merging, what the file seemed to leave as it is.</returns>
    private static async Task<UploadFindings?> ReadAndMergeAsync(TaskOrchestrationContext context, string upload, bool whole)
    {
        // What does the file hold?
        var read = await context.ReadUploadAsync(upload, whole);

        // A file that says it is complete first says how much it would withdraw.
        if (read is { Refusal: null, Mode: UploadMode.Complete, DryRun: false })
        {
            var planned = await context.MergePartsAsync(upload, read.Parts, dryRun: true);
            if (planned.Any(part => part.IsOutdated)) return null;
            read = Withdrawals.Confirmed(read, planned);
        }

        // Into the register, all parts at once.
        var parts = read.Refusal is null ? await context.MergePartsAsync(upload, read.Parts, read.DryRun) : [];
        return parts.Any(part => part.IsOutdated) ? null : new UploadFindings(upload, read, [.. parts], context.CurrentUtcDateTime);
    }
}
