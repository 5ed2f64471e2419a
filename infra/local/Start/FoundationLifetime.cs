using Microsoft.Extensions.Hosting;

namespace ParisPact.Local.Start;

/// <summary>Stops what the host stands on last, whichever way the process ends; only a kill leaves it behind, for the next start to find.</summary>
internal sealed class FoundationLifetime : IHostedService
{
    private readonly Lazy<Task> stopped;

    public FoundationLifetime(IAsyncDisposable foundation)
    {
        stopped = new Lazy<Task>(() => Task.Run(async () => await foundation.DisposeAsync()));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => stopped.Value.Wait();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => stopped.Value.Wait();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => stopped.Value;
}
