using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Intake.Receipts;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Intake;

/// <summary>The second door: a file in the body of a request, or in the file field of a form.</summary>
internal sealed class SendUpload(Storage storage, UploadIntents intents, UploadStart start, PartnerDirectory directory, TimeProvider time)
{
    [Function(nameof(SendUpload)), Allow(Role.Partner, Role.FocalPoint, Role.Secretariat)]
    [Describe("Takes in the file in the body, or in the file field of a form: IATI XML, CSV, XLSX, XLS, JSON or HXL, told by its content.", Query = ["name", "partner", "mode", "dryRun", "confirm"], Body = "application/octet-stream", Form = true, Returns = typeof(ReceiptView), Answers = [202, 400, 403, 413])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "uploads")] HttpRequest request, [DurableClient] DurableTaskClient durable)
    {
        try
        {
            return await TakeAsync(request, durable, request.HttpContext.RequestAborted);
        }
        catch (Exception fault) when (UploadBody.IsBroken(fault) && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return Problems.BadRequest("The form is broken, or ends before its file does. Send it again.");
        }
    }

    private async Task<IResult> TakeAsync(HttpRequest request, DurableTaskClient durable, CancellationToken cancellation)
    {
        var (body, nameOfFile, fault) = await UploadBody.OpenAsync(request);
        if (body is null) return Problems.BadRequest(fault!);
        var (upload, refusal) = await UploadRequest.ReadAsync(request, directory, nameOfFile);
        if (upload is null) return refusal!;
        var blob = upload.NewBlob(time.GetUtcNow());
        await intents.ExpectAsync(blob, upload.Intent, cancellation);
        var client = (await storage.ContainerAsync(Upload.Container)).GetBlobClient(blob);
        await client.UploadAsync(body, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellation);
        var started = await start.StartAsync(blob, durable, cancellation) ?? throw new InvalidOperationException("The file was taken away while it came in.");
        return Answers.Accepted(request, $"/api/uploads/{started.Id}", ReceiptView.Of(started.Working()));
    }
}
