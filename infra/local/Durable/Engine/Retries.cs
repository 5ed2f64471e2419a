using System.Runtime.ExceptionServices;
using Microsoft.DurableTask;

namespace ParisPact.Local.Durable.Engine;

/// <summary>Repeats a call as its options say. All of it is orchestrator code: delays are durable timers and take sequence numbers.</summary>
internal static class Retries
{
    public static Task<T> CallAsync<T>(OrchestrationContext context, TaskRetryOptions? options, Func<Task<T>> call) => options switch
    {
        { Policy: { } policy } => RepeatAsync(context, call, failed => AgainAsync(context, policy, failed)),
        { Handler: { } handler } => RepeatAsync(context, call, failed => handler(failed)),
        _ => call(),
    };

    /// <param name="again">Asked after every failure whether to call once more; what delay there is, it waits for itself.</param>
    private static async Task<T> RepeatAsync<T>(OrchestrationContext context, Func<Task<T>> call, Func<RetryContext, Task<bool>> again)
    {
        var first = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            ExceptionDispatchInfo failed;
            TaskFailureDetails details;
            try
            {
                return await call();
            }
            catch (TaskFailedException failure) when (!context.IsFinal(failure))
            {
                failed = ExceptionDispatchInfo.Capture(failure);
                details = failure.FailureDetails;
            }

            if (!await again(new(context, attempt, details, context.CurrentUtcDateTime - first, CancellationToken.None))) failed.Throw();
        }
    }

    private static async Task<bool> AgainAsync(OrchestrationContext context, RetryPolicy policy, RetryContext failed)
    {
        if (failed.LastAttemptNumber == policy.MaxNumberOfAttempts)
        {
            // The published engine sets a timer that fires at once after the last attempt; it shows in the sequence numbers of what follows.
            await context.CreateTimer(context.CurrentUtcDateTime, CancellationToken.None);
            return false;
        }

        if (!Wants(policy, failed.LastFailure) || IsOver(policy, failed.TotalRetryTime)) return false;
        await context.CreateTimer(context.CurrentUtcDateTime + Delay(policy, failed.LastAttemptNumber), CancellationToken.None);
        return true;
    }

    /// <summary>A decision that itself throws must not hide the failure it is about.</summary>
    private static bool Wants(RetryPolicy policy, TaskFailureDetails details)
    {
        try
        {
            return policy.Retries(details);
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static bool IsOver(RetryPolicy policy, TimeSpan elapsed) => policy.RetryTimeout != Timeout.InfiniteTimeSpan && elapsed >= policy.RetryTimeout;

    private static TimeSpan Delay(RetryPolicy policy, int failures)
    {
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        var milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, failures - 1);
        return milliseconds < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : longest;
    }
}
