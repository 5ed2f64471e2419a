using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ParisPact.Functions.Projects;

/// <summary>The rebuilding of the projection, as an orchestration: it goes on where a restart interrupts it.</summary>
internal static class RebuildProjectionFully
{
    [Function(nameof(RebuildProjectionFully))]
    public static Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context) => context.RebuildFromRegisterAsync();
}
