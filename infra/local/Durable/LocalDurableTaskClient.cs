using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ParisPact.Local.Durable.History;

namespace ParisPact.Local.Durable;

/// <summary>The client that functions are given: it asks the engine of this process.</summary>
internal sealed class LocalDurableTaskClient(DurableEngine engine, TimeProvider time) : DurableTaskClient("ParisPact")
{
    public override Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        return engine.StartInstanceAsync(orchestratorName.Name, engine.Converter.Serialize(input), options, cancellation);
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return engine.TellAsync(Named(instanceId), new EventRaised(eventName) { Payload = engine.Converter.Serialize(eventPayload) }, cancellation);
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Metadata(await engine.WaitAsync(Named(instanceId), record => record.Status != OrchestrationRuntimeStatus.Pending, cancellation), getInputsAndOutputs);

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Metadata(await engine.WaitAsync(Named(instanceId), record => record.IsFinished, cancellation), getInputsAndOutputs);

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        engine.TellAsync(Named(instanceId), new ExecutionTerminated(options?.Recursive == true) { Payload = engine.Converter.Serialize(options?.Output) }, cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        engine.TellAsync(Named(instanceId), new ExecutionSuspended { Payload = reason }, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        engine.TellAsync(Named(instanceId), new ExecutionResumed { Payload = reason }, cancellation);

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        await engine.FindAsync(Named(instanceId), cancellation) is { } record ? Metadata(record, getInputsAndOutputs) : null;

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var query = filter ?? new();
        var wanted = new InstanceFilter { CreatedFrom = query.CreatedFrom, CreatedTo = query.CreatedTo, Statuses = query.Statuses?.ToList(), InstanceIdPrefix = query.InstanceIdPrefix };
        return Pageable.Create(async (token, size, cancellation) =>
        {
            var (records, next) = await engine.ListAsync(wanted, size ?? query.PageSize, token ?? query.ContinuationToken, query.FetchInputsAndOutputs, cancellation);
            return new Page<OrchestrationMetadata>([.. records.Select(record => Metadata(record, query.FetchInputsAndOutputs))], next);
        });
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        new(await engine.PurgeAsync(Named(instanceId), options?.Recursive == true, cancellation));

    public override async Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var wanted = new InstanceFilter { CreatedFrom = filter.CreatedFrom, CreatedTo = filter.CreatedTo, Statuses = filter.Statuses?.ToList() };
        var begun = time.GetTimestamp();
        var stopped = false;
        var purged = await engine.PurgeAllAsync(wanted, options?.Recursive == true, () => stopped = filter.Timeout is { } most && time.GetElapsedTime(begun) >= most, cancellation);
        return new(purged, filter.Timeout is null ? null : !stopped);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Named(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return instanceId;
    }

    /// <summary>As from Azure Storage: no failure details, and the text <c>null</c> for a custom status that was never set.</summary>
    private OrchestrationMetadata Metadata(InstanceRecord record, bool payloads) => new(record.Name, record.InstanceId)
    {
        DataConverter = payloads ? engine.Converter : null,
        RuntimeStatus = record.Status,
        CreatedAt = record.CreatedAt,
        LastUpdatedAt = record.LastUpdatedAt,
        SerializedInput = payloads ? record.Input : null,
        SerializedOutput = payloads ? record.Output : null,
        SerializedCustomStatus = payloads ? record.CustomStatus ?? "null" : null,
        Tags = record.Tags ?? new Dictionary<string, string>(),
    };
}
