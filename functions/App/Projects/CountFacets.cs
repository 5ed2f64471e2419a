using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects;

internal sealed class CountFacets(ProjectLookup lookup, PartnerDirectory directory)
{
    [Function(nameof(CountFacets)), Allow]
    [Describe("How many projects a filter asks for, what they cost, and how they divide among places, themes, donors and the rest.", RefusesOthers = true, Query = ["location", "theme", "donor", "status", "partner", "paper", "sector", "q", "from", "to", "withdrawn"], Returns = typeof(FacetView), Answers = [200, 400])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "projects/facets")] HttpRequest request) =>
        await LookupQuestion.ReadAsync(request, lookup, directory) switch
        {
            LookupQuestion.Asked asked => Answers.Ok(FacetView.Of(FacetQuery.Of(asked.Projection, asked.Filter))),
            LookupQuestion.Refused refused => refused.Problem,
            _ => throw new InvalidOperationException("A question is asked or refused."),
        };
}
