using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Durable.History;

namespace ParisPact.Local.Durable.Engine;

/// <summary>What the orchestrator's body touches: each call takes the next sequence number and leaves a decision and, where it has an answer, an open task.</summary>
internal sealed class OrchestrationContext(InstanceRecord record, DataConverter converter, OrchestrationThread thread, ILoggerFactory logs) : TaskOrchestrationContext
{
    private readonly HashSet<TaskFailedException> final = [];
    private DateTime now;
    private int sequence;
    private int guids;

    /// <summary>Decisions that no recorded fact has confirmed yet, by sequence number.</summary>
    public SortedDictionary<int, Decided> Pending { get; } = [];

    /// <summary>Calls without an answer: the execution does not end before they are empty.</summary>
    public Dictionary<int, OpenTask> Open { get; } = [];

    public ExternalEvents Events { get; } = new(converter, name => logs.CreateLogger<DurableEngine>().LogWarning(
        "Event '{Event}' of instance '{InstanceId}' went to a wait that was cancelled before, and is lost, as it would be in Azure.", name, record.InstanceId));

    /// <summary>Whether anything durable was called, whatever became of it.</summary>
    public bool HasCalled { get; private set; }

    public string? CustomStatus { get; private set; }

    /// <summary>The next generation, when the body asked for it.</summary>
    public (string? Input, bool KeepEvents, string? Version)? Next { get; private set; }

    public bool Replaying { get; set; }

    public override TaskName Name => record.Name;

    public override string InstanceId => record.InstanceId;

    public override ParentOrchestrationInstance? Parent => record.Parent is { } parent ? new(parent.Name, parent.InstanceId) : null;

    public override string Version => record.Version;

    public override DateTime CurrentUtcDateTime => now;

    public override bool IsReplaying => Replaying;

    protected override ILoggerFactory LoggerFactory => logs;

    public void SetTime(DateTime at) => now = DateTime.SpecifyKind(at, DateTimeKind.Utc);

    /// <summary>Whether no retry can help.</summary>
    public bool IsFinal(TaskFailedException failure) => final.Contains(failure);

    public override T? GetInput<T>()
        where T : default => converter.Deserialize<T>(record.Input);

    /// <summary>The input as a value of this type; null when there is none.</summary>
    public object? GetInput(Type type) => converter.Deserialize(record.Input, type);

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        Called();
        if (input is TaskOptions && options is null) throw OptionsAsInput(nameof(input));
        return await Retries.CallAsync(this, options?.Retry, () => AnswerAsync<TResult>(name, id => new ActivityScheduled(id, name) { Payload = converter.Serialize(input) }));
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        Called();
        if (input is TaskOptions && options is null) throw OptionsAsInput(nameof(input));
        var instanceId = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        var version = options?.Version?.Version ?? "";
        return await Retries.CallAsync(this, options?.Retry, () => AnswerAsync<TResult>(
            orchestratorName, id => new SubOrchestrationCreated(id, orchestratorName, instanceId, version) { Payload = converter.Serialize(input) }));
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var open = Decide("", id => new TimerCreated(id, fireAt.ToUniversalTime()));
        using var cancelled = cancellationToken.Register(() =>
        {
            if (open.Source.TrySetCanceled(CancellationToken.None)) Open.Remove(open.Id);
        });
        await open.Source.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        Called();
        return Events.Wait<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        Called();
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        var id = sequence++;
        Pending.Add(id, new EventSent(id, instanceId, eventName) { Payload = converter.Serialize(payload) });
    }

    public override void SetCustomStatus(object? customStatus) => CustomStatus = converter.Serialize(customStatus);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Called();
        Next = (converter.Serialize(options.NewInput), options.PreserveUnprocessedEvents, string.IsNullOrWhiteSpace(options.NewVersion) ? null : options.NewVersion);
    }

    /// <summary>A name-based GUID of the instance, the time of the decision and a counter.</summary>
    public override Guid NewGuid() => NameBasedGuid.Of(string.Create(CultureInfo.InvariantCulture, $"{InstanceId}_{now:o}_{guids++}"));

    /// <summary>Answers an open task; an answer to none, as of a cancelled timer, is passed over.</summary>
    public void Answer(Answer answer)
    {
        if (!Open.Remove(answer.Id, out var open)) return;
        if (answer is TaskFailed failed)
        {
            var exception = new TaskFailedException(open.Name, failed.Id, failed.Failure);
            if (failed.IsFinal) final.Add(exception);
            open.Source.SetException(exception);
        }
        else
        {
            open.Source.SetResult(answer.Payload);
        }
    }

    private async Task<TResult> AnswerAsync<TResult>(string name, Func<int, Decided> decide) =>
        converter.Deserialize<TResult>(await Decide(name, decide).Source.Task)!;

    private OpenTask Decide(string name, Func<int, Decided> decide)
    {
        Called();
        var id = sequence++;
        var open = new OpenTask(id, name);
        Pending.Add(id, decide(id));
        Open.Add(id, open);
        return open;
    }

    private void Called()
    {
        if (!thread.IsHere) throw new InvalidOperationException(OrchestrationThread.IllegalAwait);
        HasCalled = true;
    }

    private static ArgumentException OptionsAsInput(string parameter) => new(
        $"A {nameof(TaskOptions)} value was provided for the activity input but no value was provided for options. Did you actually mean to provide a {nameof(TaskOptions)} value for the options parameter?",
        parameter);

    /// <summary>A call that waits for its answer.</summary>
    internal sealed record OpenTask(int Id, string Name)
    {
        public TaskCompletionSource<string?> Source { get; } = new();
    }
}
