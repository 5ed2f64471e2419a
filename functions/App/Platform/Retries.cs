using Microsoft.DurableTask;

namespace ParisPact.Functions.Platform;

/// <summary>The one policy by which orchestrations try again.</summary>
internal static class Retries
{
    /// <summary>Six tries over a minute and more, of nothing but <see cref="TransientFailure"/>.</summary>
    public static TaskOptions OfTransientFailures { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(6, TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(1))
        {
            HandleFailure = failure => failure.IsCausedBy<TransientFailure>(),
        });
}
