namespace Microsoft.DurableTask;

/// <summary>Declared retries of an activity or sub-orchestration, with durable delays between attempts.</summary>
public class RetryPolicy
{
    /// <summary>A policy.</summary>
    /// <param name="maxNumberOfAttempts">Attempts in all, the first one included; at least 1.</param>
    /// <param name="firstRetryInterval">Delay after the first failure; more than zero.</param>
    /// <param name="backoffCoefficient">Factor from one delay to the next; at least 1.</param>
    /// <param name="maxRetryInterval">Longest delay; one hour where null. Infinite is allowed.</param>
    /// <param name="retryTimeout">No attempt is made after this time since the first; infinite where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is out of its range.</exception>
    public RetryPolicy(int maxNumberOfAttempts, TimeSpan firstRetryInterval, double backoffCoefficient = 1, TimeSpan? maxRetryInterval = null, TimeSpan? retryTimeout = null)
    {
        Require(maxNumberOfAttempts > 0, nameof(maxNumberOfAttempts), maxNumberOfAttempts, "must be greater than zero");
        Require(firstRetryInterval > TimeSpan.Zero, nameof(firstRetryInterval), firstRetryInterval, "must be greater than zero");
        Require(backoffCoefficient >= 1, nameof(backoffCoefficient), backoffCoefficient, "must be at least 1");
        Require(IsAtLeastFirst(maxRetryInterval), nameof(maxRetryInterval), maxRetryInterval, $"must be at least {nameof(firstRetryInterval)}");
        Require(IsAtLeastFirst(retryTimeout), nameof(retryTimeout), retryTimeout, $"must be at least {nameof(firstRetryInterval)}");
        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;

        bool IsAtLeastFirst(TimeSpan? value) => value is null || value == Timeout.InfiniteTimeSpan || value >= firstRetryInterval;
    }

    public int MaxNumberOfAttempts { get; }

    public TimeSpan FirstRetryInterval { get; }

    public double BackoffCoefficient { get; }

    public TimeSpan MaxRetryInterval { get; }

    public TimeSpan RetryTimeout { get; }

    /// <summary>Says which failures are retried; all where not set.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => Retries = value ?? throw new ArgumentNullException(nameof(value));
    }

    internal Func<TaskFailureDetails, bool> Retries { get; private init; } = _ => true;

    private static void Require(bool holds, string name, object? value, string rule)
    {
        if (!holds) throw new ArgumentOutOfRangeException(name, value, $"The value for {name} {rule}.");
    }
}
