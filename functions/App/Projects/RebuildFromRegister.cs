using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects;

internal sealed class RebuildFromRegister(ProjectLookup lookup)
{
    /// <returns>How many projects the projection holds.</returns>
    [Function(nameof(RebuildFromRegister))]
    public Task<int> Run([ActivityTrigger] string instance, CancellationToken cancellation) =>
        TransientFailure.Of(() => lookup.RebuildAsync(cancellation));
}

internal static class RebuildFromRegisterCall
{
    extension(TaskOrchestrationContext context)
    {
        public Task<int> RebuildFromRegisterAsync() =>
            context.CallActivityAsync<int>(nameof(RebuildFromRegister), context.InstanceId, Retries.OfTransientFailures);
    }
}
