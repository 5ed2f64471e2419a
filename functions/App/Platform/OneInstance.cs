using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Functions.Platform;

/// <summary>Orchestrations whose instance bears the name of what it works on, so that there is one at a time.</summary>
internal static class OneInstance
{
    /// <summary>Starts an orchestration under a name of its own, unless it is at work already.</summary>
    /// <param name="input">Null where it takes none.</param>
    public static async Task StartAsync(DurableTaskClient durable, TaskName orchestrator, string instance, object? input, CancellationToken cancellation)
    {
        var before = await durable.GetInstanceAsync(instance, cancellation);
        if (before is { IsCompleted: false }) return;
        try
        {
            await durable.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(instance), cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Somebody else may have started it in between, which the runtimes report by different exceptions: what counts is that it is there, and not only what had ended before.
            var after = await durable.GetInstanceAsync(instance, cancellation);
            if (after is not { IsCompleted: false } && after?.CreatedAt == before?.CreatedAt) throw;
        }
    }
}
