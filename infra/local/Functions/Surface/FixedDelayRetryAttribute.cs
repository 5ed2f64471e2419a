namespace Microsoft.Azure.Functions.Worker;

/// <summary>Repeats a failed run after the same delay each time.</summary>
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    /// <summary>A <see cref="TimeSpan"/> as text, such as <c>00:00:05</c>.</summary>
    public string DelayInterval { get; }
}
