namespace Microsoft.Azure.Functions.Worker;

/// <summary>Repeats a failed run after a delay that doubles between two bounds.</summary>
public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    /// <summary>A <see cref="TimeSpan"/> as text.</summary>
    public string MinimumInterval { get; }

    /// <summary>A <see cref="TimeSpan"/> as text.</summary>
    public string MaximumInterval { get; }
}
