using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace ParisPact.Local.Durable.History;

/// <summary>
/// One fact in the life of an execution. What the orchestrator decides is written after what it was told in the same turn, in the order of its sequence numbers.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(TurnStarted), "TurnStarted")]
[JsonDerivedType(typeof(ExecutionStarted), "ExecutionStarted")]
[JsonDerivedType(typeof(ActivityScheduled), "ActivityScheduled")]
[JsonDerivedType(typeof(TaskCompleted), "TaskCompleted")]
[JsonDerivedType(typeof(TaskFailed), "TaskFailed")]
[JsonDerivedType(typeof(TimerCreated), "TimerCreated")]
[JsonDerivedType(typeof(TimerFired), "TimerFired")]
[JsonDerivedType(typeof(SubOrchestrationCreated), "SubOrchestrationCreated")]
[JsonDerivedType(typeof(EventRaised), "EventRaised")]
[JsonDerivedType(typeof(EventSent), "EventSent")]
[JsonDerivedType(typeof(ExecutionSuspended), "ExecutionSuspended")]
[JsonDerivedType(typeof(ExecutionResumed), "ExecutionResumed")]
[JsonDerivedType(typeof(ExecutionTerminated), "ExecutionTerminated")]
[JsonDerivedType(typeof(ExecutionEnded), "ExecutionEnded")]
internal abstract record HistoryEvent
{
    /// <summary>The input, result, event or reason that this fact carries, as JSON or text. A store may keep a long one elsewhere.</summary>
    public string? Payload { get; init; }
}

/// <summary>A wake-up begins; every decision in it is dated so.</summary>
internal sealed record TurnStarted(DateTime At) : HistoryEvent;

/// <summary>The body runs for the first time. Payload: its input.</summary>
internal sealed record ExecutionStarted(string Name, string Version) : HistoryEvent;

/// <summary>An event came from a client or another orchestration. Payload: its JSON.</summary>
internal sealed record EventRaised(string Name) : HistoryEvent;

/// <summary>From here on facts are held back until the execution is resumed. Payload: the reason.</summary>
internal sealed record ExecutionSuspended : HistoryEvent;

internal sealed record ExecutionResumed : HistoryEvent;

/// <summary>The execution ends at once. Payload: its output.</summary>
internal sealed record ExecutionTerminated(bool Recursive) : HistoryEvent;

/// <summary>The last fact of an execution. Payload: its output.</summary>
internal sealed record ExecutionEnded(string Status) : HistoryEvent;

/// <summary>Something that the orchestrator decided, under the sequence number of the call.</summary>
internal abstract record Decided(int Id) : HistoryEvent;

/// <summary>Payload: the activity's input.</summary>
internal sealed record ActivityScheduled(int Id, string Name) : Decided(Id);

internal sealed record TimerCreated(int Id, DateTime FireAt) : Decided(Id);

/// <summary>Payload: the sub-orchestration's input.</summary>
internal sealed record SubOrchestrationCreated(int Id, string Name, string InstanceId, string Version) : Decided(Id);

/// <summary>Payload: the event's JSON.</summary>
internal sealed record EventSent(int Id, string InstanceId, string Name) : Decided(Id);

/// <summary>What came of a decision.</summary>
internal abstract record Answer(int Id) : HistoryEvent
{
    /// <summary>The execution that made the call, where the answer lies in an inbox: the next one may have made another call with this number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExecutionId { get; init; }
}

/// <summary>An activity or sub-orchestration gave a result. Payload: its JSON.</summary>
internal sealed record TaskCompleted(int Id) : Answer(Id);

/// <summary>An activity or sub-orchestration failed.</summary>
/// <param name="Id">Sequence number of the call.</param>
/// <param name="Failure">What went wrong.</param>
/// <param name="IsFinal">Whether no retry can help, as when there is no such activity.</param>
internal sealed record TaskFailed(int Id, TaskFailureDetails Failure, bool IsFinal = false) : Answer(Id);

internal sealed record TimerFired(int Id) : Answer(Id);
