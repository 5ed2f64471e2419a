namespace ParisPact.Local.Durable.History;

/// <summary>A store that forgets with its process: for tests, and for a year in a second.</summary>
internal sealed class MemoryHistoryStore : IHistoryStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Kept> instances = new(StringComparer.Ordinal);

    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task<InstanceRecord?> FindAsync(string instanceId, CancellationToken cancellation)
    {
        lock (gate) return Task.FromResult(instances.GetValueOrDefault(instanceId)?.Record);
    }

    public Task<StoredInstance?> LoadAsync(string instanceId, CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(instances.GetValueOrDefault(instanceId) is { Record: { } record } kept
                ? new StoredInstance(record, [.. kept.History], [.. kept.Inbox.Select(pair => new Message(pair.Value, pair.Key))])
                : null);
        }
    }

    public Task<(IReadOnlyList<InstanceRecord> Records, string? Next)> ListAsync(InstanceFilter filter, int size, string? token, bool payloads, CancellationToken cancellation)
    {
        lock (gate)
        {
            var found = instances.Values.Select(kept => kept.Record).OfType<InstanceRecord>()
                .Where(record => token is null || string.CompareOrdinal(record.InstanceId, token) > 0)
                .Where(filter.Includes).Take(size + 1).ToList();
            var page = found.Take(size).ToList();
            return Task.FromResult<(IReadOnlyList<InstanceRecord>, string?)>((page, found.Count > size ? page[^1].InstanceId : null));
        }
    }

    public Task<InstanceRecord> CommitAsync(Commit commit, CancellationToken cancellation)
    {
        lock (gate)
        {
            var kept = instances.GetValueOrDefault(commit.Record.InstanceId) ?? new();
            if (!Equals(kept.Record?.Revision, commit.Record.Revision)) throw new StoreConflictException(commit.Record.InstanceId);
            if (kept.Record?.Generation != commit.Record.Generation) kept.History.Clear();
            kept.History.AddRange(commit.Events);
            foreach (var key in commit.Consumed) kept.Inbox.Remove(key);
            kept.Record = commit.Record with { Revision = (commit.Record.Revision as int? ?? 0) + 1 };
            instances[commit.Record.InstanceId] = kept;
            return Task.FromResult(kept.Record);
        }
    }

    public Task AddMessageAsync(string instanceId, string key, HistoryEvent message, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (instances.TryGetValue(instanceId, out var kept)) kept.Inbox.TryAdd(key, message);
            return Task.CompletedTask;
        }
    }

    public Task RemoveMessageAsync(string instanceId, string key, CancellationToken cancellation)
    {
        lock (gate)
        {
            instances.GetValueOrDefault(instanceId)?.Inbox.Remove(key);
            return Task.CompletedTask;
        }
    }

    public Task<bool> DeleteAsync(string instanceId, CancellationToken cancellation)
    {
        lock (gate) return Task.FromResult(instances.Remove(instanceId));
    }

    private sealed class Kept
    {
        public InstanceRecord? Record { get; set; }

        public List<HistoryEvent> History { get; } = [];

        public SortedDictionary<string, HistoryEvent> Inbox { get; } = new(StringComparer.Ordinal);
    }
}
