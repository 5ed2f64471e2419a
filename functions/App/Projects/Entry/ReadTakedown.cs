using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Projects.Entry;

internal sealed class ReadTakedown(ProjectAccess projects, Register register)
{
    [Function(nameof(ReadTakedown)), Allow(Role.Secretariat)]
    [Describe("The fact that a project was taken down: 202 while files and receipts are being cleared, then 200.", Returns = typeof(TakedownView), Answers = [200, 202, 404])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "projects/{partner}/{id}/takedown")] HttpRequest request,
        string partner,
        string id,
        [DurableClient] DurableTaskClient durable)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var (change, refusal) = await projects.ForWritingAsync(request, partner, id);
        if (change is null) return refusal!;
        var row = ProjectKey.Of(change.Partner, change.Reference).Row;
        Takedown? fact = null;
        await foreach (var known in register.TakedownsAsync(change.Partner, cancellation))
            if (known.Rows.Contains(row) && !(known.At < fact?.At)) fact = known;
        if (fact is null) return Problems.NotFound("No project with this reference was taken down.");
        var clearing = await durable.GetInstanceAsync(TakeDownProject.InstanceOf(fact), getInputsAndOutputs: true, cancellation);
        if (clearing is { RuntimeStatus: OrchestrationRuntimeStatus.Completed }) return Answers.Ok(TakedownView.Of(fact, done: true, clearing.ReadOutputAs<ImmutableArray<string>>()));
        // Nobody has begun to clear, or that failed: the takedown can be asked for again.
        if (clearing is not { IsCompleted: false }) return Answers.Ok(TakedownView.Of(fact, done: false));
        return Answers.Accepted(request, $"/api/projects/{partner}/{id}/takedown", TakedownView.Of(fact, done: false));
    }
}
