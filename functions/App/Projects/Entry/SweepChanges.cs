using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ParisPact.Functions.Projects.Entry;

/// <summary>Finishes what a crash left half done in the register.</summary>
internal sealed class SweepChanges(Register register, TimeProvider time, ILogger<SweepChanges> log)
{
    /// <summary>Longer than any change takes that is still being made.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Function(nameof(SweepChanges))]
    public async Task Run([TimerTrigger("30 */10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var finished = await register.SweepAsync(time.GetUtcNow() - Patience, cancellation);
        if (finished > 0) log.LogWarning("{Count} changes had been left half done and were finished.", finished);
    }
}
