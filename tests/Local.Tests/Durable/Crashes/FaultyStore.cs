using ParisPact.Local.Durable.History;

namespace ParisPact.Tests.Durable.Crashes;

/// <summary>A store whose process may die at a write.</summary>
internal sealed class FaultyStore(IHistoryStore inner, Fault fault) : IHistoryStore
{
    public Task PrepareAsync(CancellationToken cancellation) => inner.PrepareAsync(cancellation);

    public Task<InstanceRecord?> FindAsync(string instanceId, CancellationToken cancellation) => Through(false, () => inner.FindAsync(instanceId, cancellation));

    public Task<StoredInstance?> LoadAsync(string instanceId, CancellationToken cancellation) => Through(false, () => inner.LoadAsync(instanceId, cancellation));

    public Task<(IReadOnlyList<InstanceRecord> Records, string? Next)> ListAsync(InstanceFilter filter, int size, string? token, bool payloads, CancellationToken cancellation) =>
        Through(false, () => inner.ListAsync(filter, size, token, payloads, cancellation));

    public Task<InstanceRecord> CommitAsync(Commit commit, CancellationToken cancellation) => Through(true, () => inner.CommitAsync(commit, cancellation));

    public Task AddMessageAsync(string instanceId, string key, HistoryEvent message, CancellationToken cancellation) => Through(true, async () =>
    {
        await inner.AddMessageAsync(instanceId, key, message, cancellation);
        return true;
    });

    public Task RemoveMessageAsync(string instanceId, string key, CancellationToken cancellation) => Through(true, async () =>
    {
        await inner.RemoveMessageAsync(instanceId, key, cancellation);
        return true;
    });

    public Task<bool> DeleteAsync(string instanceId, CancellationToken cancellation) => Through(true, () => inner.DeleteAsync(instanceId, cancellation));

    private async Task<T> Through<T>(bool isWrite, Func<Task<T>> operation)
    {
        T? result = default;
        await fault.AroundAsync(isWrite, async () => result = await operation());
        return result!;
    }
}
