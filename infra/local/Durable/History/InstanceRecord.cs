using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Local.Durable.History;

/// <summary>What is known of an instance without its history. Replacing it is what commits a turn.</summary>
internal sealed record InstanceRecord
{
    public required string InstanceId { get; init; }

    public required string Name { get; init; }

    /// <summary>Differs for each execution, also after a continue-as-new and after a new start under the same instance ID.</summary>
    public required string ExecutionId { get; init; }

    /// <summary>Counts the executions under this instance ID, so that rows of an older one are told apart.</summary>
    public int Generation { get; init; }

    /// <summary>Rows of history that are valid; what a store holds beyond them was never committed.</summary>
    public int Chunks { get; init; }

    public OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Pending;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastUpdatedAt { get; init; }

    /// <summary>The first turn does not come before this moment.</summary>
    public DateTimeOffset? StartAt { get; init; }

    public string Version { get; init; } = "";

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public ParentLink? Parent { get; init; }

    public string? Input { get; init; }

    /// <summary>The result, or the text of the failure, or while suspended the reason.</summary>
    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    /// <summary>What a waiting parent is told.</summary>
    public TaskFailureDetails? Failure { get; init; }

    /// <summary>Messages to other instances that are not yet in their inboxes for certain.</summary>
    public IReadOnlyList<OutgoingMessage> Outbox { get; init; } = [];

    /// <summary>The store's own mark of this state; null before the first commit.</summary>
    public object? Revision { get; init; }

    public bool IsFinished => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    /// <summary>Whether the engine still has something to do for it.</summary>
    public bool IsLive => !IsFinished || Outbox.Count > 0;
}
