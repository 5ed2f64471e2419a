using Azure.Storage.Sas;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Intake;

/// <summary>
/// The third door: an address to which one file can be written, and nothing read, for an hour; for what is too large for a request, and for
/// systems that can only write to storage.
/// </summary>
internal sealed class CreateUploadLink(UploadLinks links, UploadIntents intents, PartnerDirectory directory, IOptions<Settings> settings, TimeProvider time)
{
    [Function(nameof(CreateUploadLink)), Allow(Role.Partner, Role.FocalPoint, Role.Secretariat)]
    [Describe("An address to which one file can be written, and nothing read, for an hour.", Query = ["name", "partner", "mode", "dryRun", "confirm"], Returns = typeof(UploadLink), Answers = [201, 400, 403])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "uploads/links")] HttpRequest request)
    {
        var (upload, refusal) = await UploadRequest.ReadAsync(request, directory);
        if (upload is null) return refusal!;
        var now = time.GetUtcNow();
        var expires = now.AddMinutes(settings.Value.Intake.LinkMinutes);
        var blob = upload.NewBlob(now);
        await intents.ExpectAsync(blob, upload.Intent, request.HttpContext.RequestAborted);
        var address = await links.ForWritingAsync(blob, now, expires, request.HttpContext.RequestAborted);
        return Results.Json(
            new UploadLink(address, "PUT", new Dictionary<string, string> { ["x-ms-blob-type"] = "BlockBlob" }, expires, $"/api/uploads?blob={Uri.EscapeDataString(blob)}"),
            ContractJson.Options,
            statusCode: StatusCodes.Status201Created);
    }

    /// <param name="Url">Holds the permission itself: whoever has it can write the file.</param>
    /// <param name="Headers">To be sent with a file that is written in one request.</param>
    /// <param name="Receipt">Lists the upload once the file is written.</param>
    internal sealed record UploadLink(Uri Url, string Method, IReadOnlyDictionary<string, string> Headers, DateTimeOffset Expires, string Receipt);
}
