namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which repetition of a failed run this is.</summary>
public abstract class RetryContext
{
    /// <summary>0 in the first run.</summary>
    public abstract int RetryCount { get; }

    public abstract int MaxRetryCount { get; }
}
