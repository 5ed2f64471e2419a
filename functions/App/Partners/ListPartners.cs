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
    [Describe("The directory of partners.", Query = ["format"], Gives = ["application/json", "text/csv"], Returns = typeof(PartnerView), Lists = true, Answers = [200, 403, 406])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "partners")] HttpRequest request)
    {
        var caller = Caller.Of(request);
        var all = await directory.AllAsync(request.HttpContext.RequestAborted);
        return Wanted.Form(request, ("json", "application/json"), ("csv", "text/csv")) switch
        {
            "json" => Answers.List([.. all.Select(listed => PartnerView.Of(listed.Partner, caller))], null),
            "csv" when caller.Is(Role.Secretariat) => Answers.Text(PartnersFile.ToCsv(all.Select(listed => listed.Partner)), "text/csv; charset=utf-8", "partners.csv"),
            "csv" => Problems.Forbidden("The directory as a file is for the secretariat."),
            _ => Problems.NotAcceptable("The directory is there as json and csv."),
        };
    }
}
