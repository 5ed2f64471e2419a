using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Intake.Receipts;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Intake;

/// <summary>The uploads of a partner, newest first; for the secretariat and the coordinators those of all.</summary>
internal sealed class ListUploads(UploadBook book, UploadStart start, PartnerDirectory directory)
{
    [Function(nameof(ListUploads)), Allow]
    [Describe("The uploads of a partner, newest first; for the secretariat and the coordinators those of all.", Query = ["partner", "limit", "cursor", "blob"], Returns = typeof(ReceiptView), Lists = true, Answers = [200, 400, 403])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "uploads")] HttpRequest request)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var caller = Caller.Of(request);
        if (Flags.Number(request, "limit", 50, 1, 200) is not { } limit) return Problems.Invalid([new("limit", "The limit is a number from 1 to 200.")]);
        if (!Cursor.TryRead(request.Query["cursor"], out var after)) return Problems.Invalid([new("cursor", Cursor.Mistake)]);
        if (request.Query["blob"].ToString() is { Length: > 0 } blob) return await OfBlobAsync(blob, caller, cancellation);
        string? folder = null;
        if (request.Query["partner"].ToString() is { Length: > 0 } text)
        {
            if (!PartnerId.TryParse(text, out var id)) return Problems.Invalid([new("partner", "This is no partner's id.")]);
            if (!caller.MayReadUploadsOf(id, await directory.FindAsync(id, cancellation))) return Problems.Forbidden("You may not read this partner's uploads.");
            folder = id.Value;
        }
        else if (!caller.Is(Role.Secretariat) && !caller.Is(Role.Coordinator))
        {
            if (caller.Partner is not { } own || !caller.Is(Role.Partner)) return Problems.Invalid([new("partner", "Say whose uploads, such as partner=unodc.")]);
            folder = own.Value;
        }

        if (after is not null && !UploadBook.IsCursor(folder, after)) return Problems.Invalid([new("cursor", Cursor.Mistake)]);
        var (entries, next) = await book.ListAsync(folder, limit, after, cancellation);
        return Answers.List([.. entries.Select(entry => ReceiptView.Of(entry.Receipt))], Cursor.Of(next));
    }

    /// <summary>The upload of a file as it stands now: what a link's answer points to.</summary>
    private async Task<IResult> OfBlobAsync(string blob, Caller caller, CancellationToken cancellation)
    {
        var partner = PartnerId.TryParse(blob.Split('/')[0], out var id) ? id : (PartnerId?)null;
        var known = partner is { } of ? await directory.FindAsync(of, cancellation) : null;
        if (partner is null || !caller.MayReadUploadsOf(partner.Value, known)) return Problems.Forbidden("You may not read this partner's uploads.");
        var found = await start.FindAsync(blob, cancellation) is { } upload ? await book.ReadAsync(upload.Id, cancellation) : null;
        return Answers.List(found is null ? [] : new[] { ReceiptView.Of(found.Receipt) }, null);
    }
}
