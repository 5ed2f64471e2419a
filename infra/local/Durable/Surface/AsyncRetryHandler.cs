namespace Microsoft.DurableTask;

/// <summary>Decides after each failure whether there is another attempt; may await durable tasks, such as a timer.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
