using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Intake;

/// <summary>Finds an upload for somebody who may see or change it. Who may not learns no more than that there is none.</summary>
internal sealed class UploadAccess(UploadBook book, PartnerDirectory directory)
{
    public Task<(UploadEntry? Entry, IResult? Refusal)> ForReadingAsync(HttpRequest request, string id) =>
        FindAsync(request, id, (caller, partner, known) => partner is { } of ? caller.MayReadUploadsOf(of, known) : caller.Is(Role.Secretariat) || caller.Is(Role.Coordinator));

    public Task<(UploadEntry? Entry, IResult? Refusal)> ForWritingAsync(HttpRequest request, string id) =>
        FindAsync(request, id, (caller, partner, known) =>
            partner is { } of && (caller.Owns(of) || caller.Is(Role.Secretariat) || (known is not null && caller.MayWriteFor(known) != Writing.No)));

    private async Task<(UploadEntry?, IResult?)> FindAsync(HttpRequest request, string id, Func<Caller, PartnerId?, Partner?, bool> may)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var entry = await book.ReadAsync(id, cancellation);
        var partner = entry?.Upload.Partner;
        var known = partner is { } of ? await directory.FindAsync(of, cancellation) : null;
        return entry is not null && may(Caller.Of(request), partner, known) ? (entry, null) : (null, Problems.NotFound($"There is no upload '{Excerpt.Of(id)}' for you."));
    }
}
