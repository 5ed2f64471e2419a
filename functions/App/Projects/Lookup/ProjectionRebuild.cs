using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Functions.Projects.Lookup;

/// <param name="State"><c>working</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="Projects">How many projects the projection holds; null until it is done.</param>
internal sealed record RebuildState(string State, int? Projects);

/// <summary>The one orchestration that rebuilds the projection.</summary>
internal static class ProjectionRebuild
{
    private const string Instance = "rebuild-projection";

    /// <summary>Starts it, unless it is running.</summary>
    public static async Task StartAsync(DurableTaskClient durable, CancellationToken cancellation)
    {
        if (await durable.GetInstanceAsync(Instance, cancellation) is { IsCompleted: false }) return;
        try
        {
            await durable.ScheduleNewOrchestrationInstanceAsync(nameof(RebuildProjectionFully), null, new StartOrchestrationOptions(Instance), cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Somebody else may have started it in between, which the runtimes report by different exceptions: what counts is that it is there.
            if (await durable.GetInstanceAsync(Instance, cancellation) is not { IsCompleted: false }) throw;
        }
    }

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
