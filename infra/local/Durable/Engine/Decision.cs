using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ParisPact.Local.Durable.History;

namespace ParisPact.Local.Durable.Engine;

/// <summary>What came of one turn.</summary>
internal sealed record Decision
{
    /// <summary>New decisions, in the order of their sequence numbers.</summary>
    public required IReadOnlyList<Decided> Decided { get; init; }

    /// <summary>Calls that wait for an answer; a cancelled timer is not among them.</summary>
    public required IReadOnlySet<int> Open { get; init; }

    public required string? CustomStatus { get; init; }

    public required bool IsSuspended { get; init; }

    /// <summary>How the execution ends, when it does.</summary>
    public Ending? Ends { get; init; }

    /// <summary>The execution that follows, when the body asked for one.</summary>
    public Continuation? Continues { get; init; }

    /// <summary>Whether the body waits for something that no answer, timer or event will ever complete.</summary>
    public bool IsStuck { get; init; }

    internal sealed record Ending(OrchestrationRuntimeStatus Status, string? Output, TaskFailureDetails? Failure = null, bool Recursive = false);

    internal sealed record Continuation(string? Input, string? Version, IReadOnlyList<EventRaised> Events);
}
