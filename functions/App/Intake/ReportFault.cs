using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Receipts;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>That a fault of ours ended an intake.</summary>
/// <param name="Message">For the log, never for the receipt.</param>
internal sealed record UploadFault(string Upload, DateTimeOffset At, string Message);

internal sealed class ReportFault(UploadBook book, StagingArea staging, ReceiptSources sources, ReceiptFiles files, ILogger<ReportFault> log)
{
    /// <summary>Writes a receipt that says so. What was staged is cleared: another try begins with the file.</summary>
    [Function(nameof(ReportFault))]
    public Task<string> Run([ActivityTrigger] UploadFault fault, CancellationToken cancellation) => TransientFailure.Of(async () =>
    {
        log.LogError("The intake of upload {Upload} failed: {Message}", fault.Upload, fault.Message);
        var entry = await book.ReadAsync(fault.Upload, cancellation) ?? throw new InvalidOperationException($"Upload {fault.Upload} is not in the book.");
        var problem = new Problem(
            Position.File, "system.fault", Severity.Fatal, "A fault on our side ended the intake.", "The secretariat can have the file taken in again; you need not send it again.");
        var receipt = entry.Receipt with
        {
            State = ReceiptState.Refused,
            FinishedAt = fault.At,
            Rules = [new RuleCount(problem.Rule, problem.Severity, 1, 1)],
            Fault = $"{fault.Upload}-{fault.At:yyyyMMddHHmmss}",
        };
        await sources.WriteAsync(ReceiptSources.Problems(entry.Upload), new[] { new StagedProblem(-1, null, problem) }.ToAsyncEnumerable(), cancellation);
        await sources.WriteAsync(ReceiptSources.Records(entry.Upload), AsyncEnumerable.Empty<StagedOutcome>(), cancellation);
        var pages = await files.WriteAsync(entry.Upload, receipt, cancellation);
        await book.SaveAsync(new UploadEntry(entry.Upload, receipt, pages, Busy: false), cancellation);
        await staging.DeleteAsync(fault.Upload, cancellation);
        return receipt.Fault;
    });
}

internal static class ReportFaultCall
{
    extension(TaskOrchestrationContext context)
    {
        /// <returns>The fault's id.</returns>
        public Task<string> ReportFaultAsync(UploadFault fault) => context.CallActivityAsync<string>(nameof(ReportFault), fault, Retries.OfTransientFailures);
    }
}
