using Microsoft.DurableTask;

namespace ParisPact.Local.Durable;

/// <summary>The app's orchestrators and activities by name; names are compared without case.</summary>
internal sealed class DurableFunctions
{
    /// <summary>
    /// The body of each orchestrator. It is called on every wake-up of every instance and must begin synchronously.
    /// The context's input is there through <see cref="TaskOrchestrationContext.GetInput{T}"/>, or by type from <see cref="Engine.OrchestrationContext.GetInput(Type)"/>.
    /// </summary>
    public Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> Orchestrators { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Each activity. The result is turned into JSON by the engine's converter; the token is cancelled when the engine stops.</summary>
    public Dictionary<string, Func<ActivityCall, CancellationToken, Task<object?>>> Activities { get; } = new(StringComparer.OrdinalIgnoreCase);
}
