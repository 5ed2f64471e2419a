namespace Microsoft.Azure.Functions.Worker;

/// <summary>How often a failed run is repeated. Of the triggers here only the timer has it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    /// <summary>Runs after the first one; -1 repeats until it succeeds.</summary>
    public int MaxRetryCount { get; set; }
}
