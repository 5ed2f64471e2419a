using Microsoft.DurableTask.Client;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Lookup;

/// <param name="State"><c>working</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="Projects">How many projects the projection holds; null until it is done.</param>
internal sealed record RebuildState(string State, int? Projects);

/// <summary>The one orchestration that rebuilds the projection.</summary>
internal static class ProjectionRebuild
{
    private const string Instance = "rebuild-projection";

    /// <summary>Starts it, unless it is running.</summary>
    public static Task StartAsync(DurableTaskClient durable, CancellationToken cancellation) =>
        OneInstance.StartAsync(durable, nameof(RebuildProjectionFully), Instance, null, cancellation);

    /// <returns>Null where none was ever started.</returns>
    public static async Task<RebuildState?> StateAsync(DurableTaskClient durable, CancellationToken cancellation) =>
        await durable.GetInstanceAsync(Instance, getInputsAndOutputs: true, cancellation) switch
        {
            null => null,
            { RuntimeStatus: OrchestrationRuntimeStatus.Completed } done => new RebuildState("done", done.ReadOutputAs<int>()),
            { IsCompleted: true } => new RebuildState("failed", null),
            _ => new RebuildState("working", null),
        };
}
