using ParisPact.Local.Durable.Engine;
using ParisPact.Local.Durable.History;

namespace ParisPact.Local.Durable;

/// <content>How instances come and go. All of it under the lock of the instance.</content>
internal sealed partial class DurableEngine
{
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
}
