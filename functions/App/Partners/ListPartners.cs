using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Partners;

internal sealed class ListPartners(PartnerDirectory directory)
{
    /// <summary>The whole directory in one page: there are some eighty partners. <c>?format=csv</c> is for the secretariat, and can be sent back.</summary>
    [Function(nameof(ListPartners)), Allow]
    [Describe("The directory of partners.", Query = ["format"], Gives = ["application/json", "text/csv"], Answers = [200, 403])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "partners")] HttpRequest request)
    {
        var caller = Caller.Of(request);
        var all = await directory.AllAsync(request.HttpContext.RequestAborted);
        if (request.Query["format"] == "csv")
        {
            return caller.Is(Role.Secretariat)
                ? Answers.Text(PartnersFile.ToCsv(all.Select(listed => listed.Partner)), "text/csv; charset=utf-8", "partners.csv")
                : Problems.Forbidden("The directory as a file is for the secretariat.");
        }

        return Answers.List([.. all.Select(listed => PartnerView.Of(listed.Partner, caller))], null);
    }
}
