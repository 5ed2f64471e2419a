using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Projects.Entry;

internal sealed class LiftTakedown(ProjectAccess projects, Register register)
{
    [Function(nameof(LiftTakedown)), Allow(Role.Secretariat)]
    [Describe("Allows the reference of a project that was taken down again. The fact stays; what was removed does not come back.", Returns = typeof(TakedownView), Answers = [200, 404])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "projects/{partner}/{id}/takedown")] HttpRequest request, string partner, string id)
    {
        var (change, refusal) = await projects.ForWritingAsync(request, partner, id);
        if (change is null) return refusal!;
        return await register.LiftTakedownAsync(change.Partner, change.Reference, change.Origin.By, change.Origin.At, request.HttpContext.RequestAborted) is { } fact
            ? Answers.Ok(TakedownView.Of(fact, done: true))
            : Problems.NotFound("No reference like this is blocked.");
    }
}
