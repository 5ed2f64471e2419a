using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects;

internal sealed class SaveProjection(ProjectLookup lookup)
{
    /// <summary>Every five minutes, where anything changed: so a new instance has at most that much of the change log to read.</summary>
    [Function(nameof(SaveProjection))]
    public Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) => lookup.SaveAsync(cancellation);
}
