using Microsoft.DurableTask;

namespace ParisPact.Local.Durable;

internal abstract class OrchestrationContext : TaskOrchestrationContext
{
    public abstract object? GetInput(Type type);
}
