namespace ParisPact.Local.Durable.Engine;

/// <summary>One at a time creates, removes or writes to the inbox of an instance.</summary>
internal sealed class InstanceLocks
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>Waits for its turn; disposing ends it.</summary>
    public async Task<IDisposable> TakeAsync(string instanceId, CancellationToken cancellation)
    {
        Entry entry;
        lock (entries)
        {
            if (!entries.TryGetValue(instanceId, out entry!)) entries[instanceId] = entry = new(this, instanceId);
            entry.Users++;
        }

        try
        {
            await entry.Gate.WaitAsync(cancellation);
            return entry;
        }
        catch (OperationCanceledException)
        {
            Leave(entry);
            throw;
        }
    }

    private void Leave(Entry entry)
    {
        lock (entries)
        {
            if (--entry.Users == 0) entries.Remove(entry.InstanceId);
        }
    }

    private sealed class Entry(InstanceLocks owner, string instanceId) : IDisposable
    {
        public string InstanceId => instanceId;

        public SemaphoreSlim Gate { get; } = new(1);

        public int Users { get; set; }

        public void Dispose()
        {
            Gate.Release();
            owner.Leave(this);
        }
    }
}
