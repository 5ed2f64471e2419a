using ParisPact.Local.Durable.History;

namespace ParisPact.Local.Durable.Engine;

/// <summary>Those who wait for an instance to come to some state, whether it exists yet or not.</summary>
internal sealed class Waiters
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<(Func<InstanceRecord, bool> Reached, TaskCompletionSource<InstanceRecord> Source)>> waiting = new(StringComparer.Ordinal);

    /// <summary>Completes with the first record of this instance that fulfils the condition, the present one included.</summary>
    public async Task<InstanceRecord> WaitAsync(string instanceId, Func<InstanceRecord, bool> reached, Func<Task<InstanceRecord?>> present, CancellationToken cancellation)
    {
        var entry = (reached, Source: new TaskCompletionSource<InstanceRecord>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            if (!waiting.TryGetValue(instanceId, out var entries)) waiting[instanceId] = entries = [];
            entries.Add(entry);
        }

        try
        {
            if (await present() is { } record && reached(record)) return record;
            return await entry.Source.Task.WaitAsync(cancellation);
        }
        finally
        {
            lock (gate)
            {
                if (waiting.TryGetValue(instanceId, out var entries) && entries.Remove(entry) && entries.Count == 0) waiting.Remove(instanceId);
            }
        }
    }

    public void Tell(InstanceRecord record)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(record.InstanceId, out var entries)) return;
            foreach (var (reached, source) in entries)
            {
                if (reached(record)) source.TrySetResult(record);
            }
        }
    }
}
