using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects;

internal sealed class ShowRebuild
{
    [Function(nameof(ShowRebuild)), Allow(Role.Secretariat, Role.Coordinator)]
    [Describe("What became of the last rebuild.", Returns = typeof(RebuildState), Answers = [200, 202, 404])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "projects/rebuild")] HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        await ProjectionRebuild.StateAsync(durable, request.HttpContext.RequestAborted) switch
        {
            null => Problems.NotFound("Nothing has been rebuilt yet."),
            { State: "working" } working => Answers.Accepted(request, "/api/projects/rebuild", working),
            var ended => Answers.Ok(ended),
        };
}
