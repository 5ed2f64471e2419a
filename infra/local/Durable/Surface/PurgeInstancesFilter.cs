namespace Microsoft.DurableTask.Client;

/// <summary>Which instances to purge; only finished ones ever are.</summary>
public record PurgeInstancesFilter(DateTimeOffset? CreatedFrom = null, DateTimeOffset? CreatedTo = null, IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>Stop after this long, with <see cref="PurgeResult.IsComplete"/> false if more remain.</summary>
    public TimeSpan? Timeout { get; init; }
}
