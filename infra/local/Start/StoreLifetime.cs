using Microsoft.Extensions.Hosting;
using ParisPact.Local.Storage;

namespace ParisPact.Local.Start;

/// <summary>Stops the store last, whichever way the process ends; only a kill leaves the emulator behind, for the next start to find.</summary>
internal sealed class StoreLifetime : IHostedService
{
    private readonly Lazy<Task> stopped;

    public StoreLifetime(LocalStore store)
    {
        stopped = new Lazy<Task>(() => Task.Run(async () => await store.DisposeAsync()));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => stopped.Value.Wait();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => stopped.Value.Wait();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => stopped.Value;
}
