namespace ParisPact.Local.Durable.Engine;

/// <summary>One at a time creates, removes or writes to the inbox of an instance. Instances share a fixed number of locks.</summary>
internal sealed class InstanceLocks
{
    private readonly SemaphoreSlim[] locks = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    public async Task<IDisposable> TakeAsync(string instanceId, CancellationToken cancellation)
    {
        var taken = locks[(StringComparer.Ordinal.GetHashCode(instanceId) & int.MaxValue) % locks.Length];
        await taken.WaitAsync(cancellation);
        return new Held(taken);
    }

    private sealed class Held(SemaphoreSlim taken) : IDisposable
    {
        public void Dispose() => taken.Release();
    }
}
