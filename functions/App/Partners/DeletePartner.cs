using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Partners;

internal sealed class DeletePartner(PartnerDirectory directory)
{
    [Function(nameof(DeletePartner)), Allow(Role.Secretariat)]
    [Describe("Takes a partner out of the directory; its projects stay, and its files are refused from then on.", Headers = ["If-Match"], Answers = [204, 404, 412])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "partners/{partner}")] HttpRequest request, string partner)
    {
        if (!PartnerId.TryParse(partner, out var id)) return Problems.NotFound($"There is no partner '{partner}'.");
        return await directory.DeleteAsync(id, Precondition.Of(request), request.HttpContext.RequestAborted) switch
        {
            true => Results.NoContent(),
            false => Problems.PreconditionFailed("The partner is not the one that you saw."),
            null => Problems.NotFound($"There is no partner '{partner}'."),
        };
    }
}
