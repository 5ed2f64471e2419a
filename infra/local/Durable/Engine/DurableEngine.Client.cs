using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ParisPact.Local.Durable.Engine;
using ParisPact.Local.Durable.History;

namespace ParisPact.Local.Durable;

/// <content>What clients ask for.</content>
internal sealed partial class DurableEngine
{
    private static readonly OrchestrationRuntimeStatus[] NotFinished = [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private static readonly OrchestrationRuntimeStatus[] Terminal = [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    public async Task<string> StartInstanceAsync(string name, string? input, StartOrchestrationOptions? options, CancellationToken cancellation)
    {
        MustRun();
        var instanceId = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        IReadOnlyList<OrchestrationRuntimeStatus> refused = options?.DedupeStatuses is { } statuses ? Parsed(statuses) : NotFinished;
        var record = New(instanceId, name, input) with
        {
            Version = options?.Version?.Version ?? "",
            StartAt = options?.StartAt,
            Tags = options?.Tags.Count > 0 ? options.Tags.ToDictionary() : null,
        };

        using var held = await locks.TakeAsync(instanceId, cancellation);
        for (var existing = Live(instanceId)?.Record ?? await TryInsertAsync(record); existing is not null; existing = await TryInsertAsync(record))
        {
            if (refused.Contains(existing.Status)) throw AlreadyExists(instanceId);
            if (!existing.IsFinished && Live(instanceId) is { } running)
            {
                await TellAsync(running, new ExecutionTerminated(false) { Payload = $"Replaced by a new instance of the same ID, {instanceId}." }, cancellation);
            }

            await RemoveAsync(instanceId, cancellation);
        }

        return instanceId;
    }

    /// <summary>Tells an instance something for certain: it is in its inbox when this returns.</summary>
    /// <exception cref="RpcException">There is no such instance, or it is finished.</exception>
    public async Task TellAsync(string instanceId, HistoryEvent news, CancellationToken cancellation)
    {
        MustRun();
        using var held = await locks.TakeAsync(instanceId, cancellation);
        if (Live(instanceId) is { Record.IsFinished: false } instance)
        {
            await TellAsync(instance, news, cancellation);
            return;
        }

        throw await store.FindAsync(instanceId, cancellation) is null
            ? new RpcException("NotFound", $"No instance with ID '{instanceId}' was found.")
            : new RpcException("FailedPrecondition", $"The orchestration instance with ID '{instanceId}' is finished and takes no more requests.");
    }

    public async Task<InstanceRecord?> FindAsync(string instanceId, CancellationToken cancellation) =>
        Live(instanceId)?.Record ?? await store.FindAsync(instanceId, cancellation);

    /// <summary>Waits without a limit, also for an instance that does not exist yet.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up, or the engine stops.</exception>
    public async Task<InstanceRecord> WaitAsync(string instanceId, Func<InstanceRecord, bool> reached, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stopping.Token);
        return await waiters.WaitAsync(instanceId, reached, () => FindAsync(instanceId, either.Token), either.Token);
    }

    public Task<(IReadOnlyList<InstanceRecord> Records, string? Next)> ListAsync(InstanceFilter filter, int size, string? token, bool payloads, CancellationToken cancellation) =>
        store.ListAsync(filter, size, token, payloads, cancellation);

    /// <summary>Removes a finished instance; gives how many were removed.</summary>
    /// <exception cref="InvalidOperationException">It is not finished.</exception>
    public async Task<int> PurgeAsync(string instanceId, bool recursive, CancellationToken cancellation)
    {
        MustRun();
        InstanceRecord? record;
        using (await locks.TakeAsync(instanceId, cancellation))
        {
            record = await FindAsync(instanceId, cancellation);
            if (record is null) return 0;
            if (!record.IsFinished)
            {
                throw new InvalidOperationException($"Only orchestrations in a terminal state can be purged, but the orchestration with instance ID {instanceId} has status {record.Status}");
            }

            await RemoveAsync(instanceId, cancellation);
        }

        return 1 + (recursive ? await PurgeAllAsync(new() { ParentId = instanceId, Statuses = Terminal }, true, () => false, cancellation) : 0);
    }

    /// <summary>Removes finished instances until none is left or it is time to stop; gives how many were removed.</summary>
    public async Task<int> PurgeAllAsync(InstanceFilter filter, bool recursive, Func<bool> mustStop, CancellationToken cancellation)
    {
        MustRun();
        var finished = filter with { Statuses = [.. (filter.Statuses ?? Terminal).Intersect(Terminal)] };
        var purged = 0;
        string? next = null;
        do
        {
            (var records, next) = await store.ListAsync(finished, 100, next, payloads: false, cancellation);
            foreach (var record in records)
            {
                if (mustStop()) return purged;
                purged += await PurgeAsync(record.InstanceId, recursive, cancellation);
            }
        }
        while (next is not null);

        return purged;
    }

    private static List<OrchestrationRuntimeStatus> Parsed(IReadOnlyList<string> statuses)
    {
        var parsed = statuses.Select(status => Enum.TryParse<OrchestrationRuntimeStatus>(status, ignoreCase: true, out var value) && StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Contains(value)
            ? value
            : throw new ArgumentException($"'{status}' is not a valid dedupe status.", nameof(statuses))).ToList();
        return parsed.Contains(OrchestrationRuntimeStatus.Terminated) && parsed.Intersect(NotFinished).Any()
            ? throw new ArgumentException($"Dedupe statuses cannot contain {OrchestrationRuntimeStatus.Terminated} together with a status that is not final, because replacing an instance terminates it.", nameof(statuses))
            : parsed;
    }

    private InstanceRecord New(string instanceId, string name, string? input) => new()
    {
        InstanceId = instanceId,
        Name = name,
        ExecutionId = Guid.NewGuid().ToString("N"),
        CreatedAt = time.GetUtcNow(),
        LastUpdatedAt = time.GetUtcNow(),
        Input = input,
    };

    /// <summary>Inserts a new instance and sets it going; gives the one that is there when there is one.</summary>
    private async Task<InstanceRecord?> TryInsertAsync(InstanceRecord record)
    {
        while (true)
        {
            try
            {
                var inserted = await store.CommitAsync(new(record, [], []), stopping.Token);
                Adopt(new(inserted));
                waiters.Tell(inserted);
                return null;
            }
            catch (StoreConflictException)
            {
                if (await ExistingAsync(record.InstanceId) is { } existing) return existing;
            }
            catch (Exception)
            {
                // The caller is told that it failed, and yet it may have been stored: then it must run.
                UntilDone($"seeing whether {record.InstanceId} was started", () => LockedExistingAsync(record.InstanceId));
                throw;
            }
        }
    }

    /// <summary>An instance that is stored and yet not live was inserted by an attempt that never heard so: it is taken up now.</summary>
    private async Task<InstanceRecord?> ExistingAsync(string instanceId)
    {
        if (await FindAsync(instanceId, stopping.Token) is not { } existing) return null;
        if (existing.IsLive && Live(instanceId) is null && await store.LoadAsync(instanceId, stopping.Token) is { } stored)
        {
            var instance = new LiveInstance(stored.Record);
            instance.Loaded(stored);
            Adopt(instance);
        }

        return existing;
    }

    private async Task LockedExistingAsync(string instanceId)
    {
        using var held = await locks.TakeAsync(instanceId, stopping.Token);
        await ExistingAsync(instanceId);
    }

    private void Adopt(LiveInstance instance)
    {
        lock (gate) live[instance.Record.InstanceId] = instance;
        Resume(instance);
    }

    private async Task TellAsync(LiveInstance instance, HistoryEvent news, CancellationToken cancellation)
    {
        var key = NextKey();
        try
        {
            await store.AddMessageAsync(instance.Record.InstanceId, key, news, cancellation);
        }
        catch (Exception)
        {
            // The caller is told that it failed, and yet it may be in the inbox: better now than at the next start.
            instance.IsDoubtful = true;
            if (instance.Wake()) RunTurns(instance);
            throw;
        }

        Post(instance, new(news, key));
    }

    /// <summary>
    /// Removes a finished instance. Until its parent has committed its answer, the record is where a restart would find that answer;
    /// so the answer goes into the parent's inbox before the record goes away.
    /// </summary>
    private async Task RemoveAsync(string instanceId, CancellationToken cancellation)
    {
        var finished = await WaitAsync(instanceId, found => !found.IsLive, cancellation);
        if (finished.Parent is { } parent && Live(parent.InstanceId) is { } caller && caller.Record.ExecutionId == parent.ExecutionId)
        {
            await TellAsync(caller, ToParent(finished), stopping.Token);
        }

        await store.DeleteAsync(instanceId, stopping.Token);
    }

    private void MustRun()
    {
        if (!started) throw new InvalidOperationException("The durable engine is not started.");
    }
}
