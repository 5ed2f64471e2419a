namespace Microsoft.DurableTask.Client;

/// <summary>How instances are purged.</summary>
/// <param name="Recursive">Purges their sub-orchestrations too.</param>
public record PurgeInstanceOptions(bool Recursive = false);
