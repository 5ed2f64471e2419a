using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Intake.Receipts;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake;

/// <summary>Takes an upload back as a whole: what it created is withdrawn, what it changed stands again as before; unless something newer stands on it.</summary>
internal sealed class TakeBackUpload(UploadAccess uploads, UploadsAtWork atWork, Register register, TimeProvider time)
{
    private const int NewerNamed = 100;

    [Function(nameof(TakeBackUpload)), Allow(Role.Partner, Role.FocalPoint, Role.Secretariat)]
    [Describe("Takes an upload back as a whole, while nothing newer stands on it.", Query = ["dryRun"], Answers = [200, 202, 400, 404, 409])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "uploads/{id}/take-back")] HttpRequest request, string id, [DurableClient] DurableTaskClient durable)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var (entry, refusal) = await uploads.ForWritingAsync(request, id);
        if (entry is null) return refusal!;
        if (Flags.Read(request, "dryRun") is not { } dryRun) return Problems.Invalid([new("dryRun", "Either true or false.")]);
        if (entry.Receipt.TakenBack is not null) return Problems.Conflict("The upload has been taken back already.");
        if (entry.Busy && await IsAtWorkAsync(entry, durable, cancellation)) return Problems.Conflict("The upload is still at work; try again when its receipt is there.");
        if (entry.Receipt.State != ReceiptState.Done || entry.Receipt.DryRun) return Problems.Conflict("The upload changed nothing that could be taken back.");
        var who = Caller.Of(request);
        var origin = ChangeOrigin.ByHand(who.Name, !who.Owns(entry.Upload.Partner!.Value), time.GetUtcNow());
        var check = await register.TakeBackAsync(new TakeBackRequest(entry.Upload.Partner.Value, id, origin, 0, ProjectKey.Buckets - 1, CheckOnly: true), cancellation);
        if (check is TakeBackResult.Refused newer) return Refused(newer);
        var records = ((TakeBackResult.Done)check).Records;
        if (dryRun) return Answers.Ok(new { upload = id, projects = records.Length, sentence = $"{ReceiptSentence.Count(records.Length, "project")} would be as before this upload." });
        if (!entry.Busy && !await atWork.TakeAsync(id, cancellation)) return Problems.Conflict("Somebody else is just taking the upload back.");
        await OneInstance.StartAsync(durable, nameof(TakeUploadBack), TakeUploadBack.InstanceId(id), new TakeBackOrder(id, origin.By, origin.OnBehalf), cancellation);
        return Answers.Accepted(request, $"/api/uploads/{id}", ReceiptView.Of(entry.Receipt));
    }

    /// <summary>A take-back that a crash kept from beginning, or that failed, can be asked for again; it knows what it had done.</summary>
    private static async Task<bool> IsAtWorkAsync(UploadEntry entry, DurableTaskClient durable, CancellationToken cancellation) =>
        entry.Receipt.FinishedAt is null || await durable.GetInstanceAsync(TakeUploadBack.InstanceId(entry.Upload.Id), cancellation) is { IsCompleted: false };

    private static IResult Refused(TakeBackResult.Refused newer) => Problems.Conflict(
        $"{ReceiptSentence.Count(newer.Newer.Length, "project")} of this upload {(newer.Newer.Length == 1 ? "has" : "have")} been changed since, so that it cannot be taken back as a whole. Nothing was changed.",
        new Dictionary<string, object?> { ["references"] = newer.Newer.Take(NewerNamed).Select(reference => reference.AsWritten).ToArray() });
}
