using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Duplicates;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects;

internal sealed class CountFacets(ProjectLookup lookup, PartnerDirectory directory, ConfirmedProjects confirmed)
{
    [Function(nameof(CountFacets)), Allow]
    [Describe("How many projects a filter asks for, what they cost, and how they divide among places, themes, donors and the rest.", RefusesOthers = true, Query = ["location", "theme", "donor", "status", "partner", "paper", "sector", "q", "from", "to", "withdrawn", "distinct"], Returns = typeof(FacetView), Answers = [200, 400])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "projects/facets")] HttpRequest request)
    {
        var question = await LookupQuestion.ReadAsync(request, lookup, directory, "distinct");
        if (question is not LookupQuestion.Asked asked) return ((LookupQuestion.Refused)question).Problem;
        if (Flags.Read(request, "distinct") is not { } distinct) return ConfirmedProjects.Mistake;
        var told = await confirmed.ToldOnceAsync(distinct, request.HttpContext.RequestAborted);
        return Answers.Ok(FacetView.Of(told.Facets(asked.Projection, asked.Filter)));
    }
}
