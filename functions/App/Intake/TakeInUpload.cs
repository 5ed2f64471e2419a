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
            // What does the file hold?
            var read = await context.ReadUploadAsync(upload);

            // A file that says it is complete first says how much it would withdraw.
            if (read is { Refusal: null, Mode: UploadMode.Complete, DryRun: false })
                read = Withdrawals.Confirmed(read, await context.MergePartsAsync(upload, read.Parts, dryRun: true));

            // Into the register, all parts at once.
            var parts = read.Refusal is null ? await context.MergePartsAsync(upload, read.Parts, read.DryRun) : [];

            // What became of it.
            await context.WriteReceiptAsync(new UploadFindings(upload, read, [.. parts], context.CurrentUtcDateTime));
        }
        catch (TaskFailedException fault)
        {
            // Whoever sent the file learns that the fault is ours, and that nothing is lost.
            await context.ReportFaultAsync(new UploadFault(upload, context.CurrentUtcDateTime, fault.Message));
        }
    }
}
