using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Duplicates;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects;

internal sealed class CrossTabulate(ProjectLookup lookup, PartnerDirectory directory, ConfirmedProjects confirmed)
{
    [Function(nameof(CrossTabulate)), Allow]
    [Describe("Two facets against each other: by default who works on which theme where.", RefusesOthers = true, Query = ["rows", "columns", "measure", "location", "theme", "donor", "status", "partner", "paper", "sector", "q", "from", "to", "withdrawn", "distinct"], Returns = typeof(MatrixView), Answers = [200, 400])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "projects/matrix")] HttpRequest request)
    {
        var question = await LookupQuestion.ReadAsync(request, lookup, directory, [.. MatrixShape.Names, "distinct"]);
        if (question is not LookupQuestion.Asked asked) return ((LookupQuestion.Refused)question).Problem;
        if (Flags.Read(request, "distinct") is not { } distinct) return ConfirmedProjects.Mistake;
        var told = await confirmed.ToldOnceAsync(distinct, request.HttpContext.RequestAborted);
        return MatrixShape.Read(request.Query) switch
        {
            { Shape: { } shape } => Answers.Ok(MatrixView.Of(MatrixQuery.Of(told.Of(asked.Projection, asked.Filter), asked.Filter, shape.Rows, shape.Columns), shape.Usd)),
            { Errors: var errors } => Problems.Invalid(errors),
        };
    }
}
