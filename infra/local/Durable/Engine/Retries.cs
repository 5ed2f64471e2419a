using System.Runtime.ExceptionServices;
using Microsoft.DurableTask;

namespace ParisPact.Local.Durable.Engine;

/// <summary>Repeats a call as its options say. All of it is orchestrator code: delays are durable timers and take sequence numbers.</summary>
internal static class Retries
{
    public static Task<T> CallAsync<T>(OrchestrationContext context, TaskRetryOptions? options, Func<Task<T>> call) => options switch
    {
        { Policy: { } policy } => ByPolicyAsync(context, policy, call),
        { Handler: { } handler } => ByHandlerAsync(context, handler, call),
        _ => call(),
    };

    private static async Task<T> ByPolicyAsync<T>(OrchestrationContext context, RetryPolicy policy, Func<Task<T>> call)
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

            if (attempt == policy.MaxNumberOfAttempts)
            {
                // The published engine sets a timer that fires at once after the last attempt; it shows in the sequence numbers of what follows.
                await context.CreateTimer(context.CurrentUtcDateTime, CancellationToken.None);
                failed.Throw();
            }

            if (!Wants(policy, details) || IsOver(policy, context.CurrentUtcDateTime - first)) failed.Throw();
            await context.CreateTimer(context.CurrentUtcDateTime + Delay(policy, attempt), CancellationToken.None);
        }
    }

    private static async Task<T> ByHandlerAsync<T>(OrchestrationContext context, AsyncRetryHandler handler, Func<Task<T>> call)
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

            if (!await handler(new(context, attempt, details, context.CurrentUtcDateTime - first, CancellationToken.None))) failed.Throw();
        }
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
