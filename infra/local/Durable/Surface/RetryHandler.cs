namespace Microsoft.DurableTask;

/// <summary>Decides after each failure whether there is another attempt; runs as orchestrator code.</summary>
public delegate bool RetryHandler(RetryContext retryContext);
