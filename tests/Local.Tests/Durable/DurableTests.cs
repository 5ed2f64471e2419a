using ParisPact.Local.Durable.History;

namespace ParisPact.Tests.Durable;

/// <summary>Tests that hold on every store: each situation has two heirs, one in memory and one on Azurite.</summary>
public abstract class DurableTests(AzuriteServer? azurite) : IAsyncLifetime
{
    private DurableRun? run;

    private protected DurableRun Run => run ?? throw new InvalidOperationException("Not initialised.");

    public async ValueTask InitializeAsync() => run = new(await NewStoreAsync());

    public async ValueTask DisposeAsync()
    {
        if (run is not null) await run.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<IHistoryStore> NewStoreAsync()
    {
        if (azurite is null) return new MemoryHistoryStore();
        var connection = await azurite.ConnectAsync();
        return new TableHistoryStore(AzuriteServer.Tables(connection), AzuriteServer.Blobs(connection), $"T{Guid.NewGuid().ToString("N")[..20]}");
    }
}
