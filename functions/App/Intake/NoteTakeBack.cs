using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Receipts;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>That an upload was taken back.</summary>
internal sealed record TakeBackNote(string Upload, TakenBack TakenBack);

internal sealed class NoteTakeBack(UploadBook book, ReceiptFiles files)
{
    /// <summary>Writes the receipt anew, with the fact, and closes the upload in the book.</summary>
    [Function(nameof(NoteTakeBack))]
    public Task<string> Run([ActivityTrigger] TakeBackNote note, CancellationToken cancellation) => TransientFailure.Of(async () =>
    {
        var entry = await book.ReadAsync(note.Upload, cancellation) ?? throw new InvalidOperationException($"Upload {note.Upload} is not in the book.");
        var receipt = entry.Receipt with { TakenBack = note.TakenBack };
        var pages = await files.WriteAsync(entry.Upload, receipt, cancellation);
        await book.SaveAsync(entry with { Receipt = receipt, Pages = pages, Busy = false }, cancellation);
        return receipt.Sentence;
    });
}

internal static class NoteTakeBackCall
{
    extension(TaskOrchestrationContext context)
    {
        /// <returns>The receipt's sentence.</returns>
        public Task<string> NoteTakeBackAsync(string upload, TakenBack takenBack) =>
            context.CallActivityAsync<string>(nameof(NoteTakeBack), new TakeBackNote(upload, takenBack), Retries.OfTransientFailures);
    }
}
