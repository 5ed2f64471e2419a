using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Duplicates;

internal sealed class StartDuplicateRun(TimeProvider time)
{
    [Function(nameof(StartDuplicateRun)), Allow(Role.Coordinator, Role.Secretariat)]
    [Describe("Searches the register now for projects that are told twice or overlap. A night has one run: while it is at work, asking again changes nothing; afterwards it is done again, and nobody is mailed a second time.", Query = ["full"], Returns = typeof(DuplicateRunView), Answers = [202, 400])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "duplicates/runs")] HttpRequest request, [DurableClient] DurableTaskClient durable)
    {
        if (Flags.Read(request, "full") is not { } full) return Problems.Invalid([new("full", "full is true or false.")]);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await DuplicateRuns.StartAsync(durable, new DuplicateRequest(today, full), request.HttpContext.RequestAborted);
        var id = DuplicateRuns.IdOf(today);
        return Answers.Accepted(request, $"/api/duplicates/runs/{id}", new DuplicateRunView(id, "working", time.GetUtcNow(), null, null));
    }
}
