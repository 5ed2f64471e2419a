using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects.Entry;

/// <summary>
/// Removes a project for good: at once from the register with its history and views, and then from everything that uploads left behind,
/// which takes as long as the partner has uploads. Only the fact stays.
/// </summary>
internal sealed class TakeDownProject(ProjectAccess projects, Register register, ProjectLookup lookup, TimeProvider time)
{
    [Function(nameof(TakeDownProject)), Allow(Role.Secretariat)]
    [Describe("Removes a project for good, with its history, the files that held it and what receipts say of it.", Query = ["reason"], Returns = typeof(TakedownView), Answers = [202, 400, 403, 404])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "projects/{partner}/{id}/takedown")] HttpRequest request,
        string partner,
        string id,
        [DurableClient] DurableTaskClient durable)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var (change, refusal) = await projects.ForWritingAsync(request, partner, id);
        if (change is null) return refusal!;
        var result = await register.TakeDownAsync(change.Partner, change.Reference, change.Origin.By, time.GetUtcNow(), change.Origin.Reason, cancellation);
        if (result is TakedownResult.NotFound) return Problems.NotFound("There is no such project.");
        // Look-ups forget it now, in memory and in their snapshot, and not when somebody next asks.
        await lookup.CurrentAsync(cancellation);
        var fact = result is TakedownResult.Done done ? done.Fact : ((TakedownResult.Already)result).Fact;
        await OneInstance.StartAsync(durable, nameof(ForgetProject), InstanceOf(fact), new ForgetOrder(change.Partner.Value, fact.Rows), cancellation);
        return Answers.Accepted(request, $"/api/projects/{partner}/{id}/takedown", TakedownView.Of(fact, done: false));
    }

    /// <summary>An instance is named by the hash: the reference must not be kept anywhere.</summary>
    public static string InstanceOf(Takedown fact) => $"takedown-{fact.Key.Partition}-{fact.Key.Row}";
}

/// <param name="Done">Whether receipts and files have been cleared too.</param>
/// <param name="Unsearchable">Uploads that were refused and whose files hold nothing that could be searched: they stay until somebody has looked at them.</param>
internal sealed record TakedownView(string By, DateTimeOffset At, string? Reason, bool Done, string? LiftedBy, DateTimeOffset? LiftedAt, ImmutableArray<string> Unsearchable)
{
    public static TakedownView Of(Takedown fact, bool done, ImmutableArray<string> unsearchable = default) =>
        new(fact.By, fact.At, fact.Reason, done, fact.LiftedBy, fact.LiftedAt, unsearchable.IsDefault ? [] : unsearchable);
}
