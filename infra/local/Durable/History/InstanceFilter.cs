using Microsoft.DurableTask.Client;

namespace ParisPact.Local.Durable.History;

/// <summary>Which records to list; what is null does not restrict.</summary>
internal sealed record InstanceFilter
{
    public DateTimeOffset? CreatedFrom { get; init; }

    public DateTimeOffset? CreatedTo { get; init; }

    public IReadOnlyCollection<OrchestrationRuntimeStatus>? Statuses { get; init; }

    public string? InstanceIdPrefix { get; init; }

    /// <summary>Only sub-orchestrations of this instance.</summary>
    public string? ParentId { get; init; }

    /// <summary>Only those for which there is something to do.</summary>
    public bool LiveOnly { get; init; }

    public bool Includes(InstanceRecord record) =>
        (CreatedFrom is null || record.CreatedAt >= CreatedFrom)
        && (CreatedTo is null || record.CreatedAt <= CreatedTo)
        && (Statuses is null || Statuses.Contains(record.Status))
        && (InstanceIdPrefix is null || record.InstanceId.StartsWith(InstanceIdPrefix, StringComparison.Ordinal))
        && (ParentId is null || record.Parent?.InstanceId == ParentId)
        && (!LiveOnly || record.IsLive);
}
