using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Intake.Receipts;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Intake;

/// <summary>Takes a file in again whose intake a fault of ours had ended.</summary>
internal sealed class RetryUpload(UploadAccess uploads, UploadBook book)
{
    [Function(nameof(RetryUpload)), Allow(Role.Secretariat)]
    [Describe("Takes a file in again whose intake a fault of ours had ended.", Returns = typeof(ReceiptView), Answers = [202, 404, 409])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "uploads/{id}/retry")] HttpRequest request, string id, [DurableClient] DurableTaskClient durable)
    {
        var (entry, refusal) = await uploads.ForReadingAsync(request, id);
        if (entry is null) return refusal!;
        if (entry.Busy) return Answers.Accepted(request, $"/api/uploads/{id}", ReceiptView.Of(entry.Receipt));
        if (entry.Receipt.Fault is null) return Problems.Conflict("This upload did not end in a fault of ours; send the file again instead.");
        var again = new UploadEntry(entry.Upload, entry.Upload.Working(), [], Busy: true);
        await book.SaveAsync(again, request.HttpContext.RequestAborted);
        await UploadStart.ScheduleAsync(id, durable, request.HttpContext.RequestAborted);
        return Answers.Accepted(request, $"/api/uploads/{id}", ReceiptView.Of(again.Receipt));
    }
}
