using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Duplicates;

internal sealed class ShowDuplicateRun
{
    [Function(nameof(ShowDuplicateRun)), Allow]
    [Describe("What became of a night's run.", Returns = typeof(DuplicateRunView), Answers = [200, 202, 404])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "duplicates/runs/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient durable) =>
        (DuplicateRuns.DateOf(id) is null ? null : await DuplicateRuns.FindAsync(durable, id, request.HttpContext.RequestAborted)) switch
        {
            null => Problems.NotFound("There was no such run. A run is named after its night, such as duplicates-2026-11-23."),
            { State: "working" } working => Answers.Accepted(request, $"/api/duplicates/runs/{id}", working),
            var ended => Answers.Ok(ended),
        };
}
