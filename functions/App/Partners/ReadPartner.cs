using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Partners;

internal sealed class ReadPartner(PartnerDirectory directory)
{
    [Function(nameof(ReadPartner)), Allow]
    [Describe("A partner and its people; mail addresses for the secretariat, the coordinators and the partner itself.", Returns = typeof(PartnerView), Headers = ["If-None-Match"], Answers = [200, 304, 404])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "partners/{partner}")] HttpRequest request, string partner)
    {
        if (!PartnerId.TryParse(partner, out var id) || await directory.ReadAsync(id, request.HttpContext.RequestAborted) is not { } found)
            return Problems.NotFound($"There is no partner '{partner}'.");
        return Conditional.Unchanged(request, found.ETag.ToString()) ?? Answers.Tagged(request, PartnerView.Of(found.Partner, Caller.Of(request)), found.ETag.ToString());
    }
}
