using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ParisPact.Local.Start;

/// <summary>
/// The host that a person started. What keeps it from starting is told in one line, and a signal that comes while it starts ends it
/// like one that comes later: everything that was begun is stopped.
/// </summary>
internal sealed class ForegroundHost(IHost host, StopSignals signals, int port) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => host.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, signals.Received);
        var lifetime = Services.GetRequiredService<IHostApplicationLifetime>();
        try
        {
            await host.StartAsync(either.Token);
            signals.Received.Register(lifetime.StopApplication);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            await Quit(1, Startup.PortIsTaken(port));
        }
        catch (StartFailure failure)
        {
            await Quit(1, failure.Message);
        }
        catch (OperationCanceledException) when (signals.Received.IsCancellationRequested || lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await Quit(0, Startup.Stopped);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    public void Dispose() => host.Dispose();

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            host.Dispose();
        }
    }

    private async Task Quit(int code, string message)
    {
        await Console.Error.WriteLineAsync(message);
        try
        {
            await host.StopAsync(CancellationToken.None);
        }
        catch (Exception problem) when (problem is AggregateException or OperationCanceledException or InvalidOperationException)
        {
            // Something that was half begun; the store is stopped by the end of the process in any case.
        }

        Environment.Exit(code);
    }
}
