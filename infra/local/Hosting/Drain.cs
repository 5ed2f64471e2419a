using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Time;

namespace ParisPact.Local.Hosting;

/// <summary>At the end, waits for what still runs, as long as the host's shutdown allows.</summary>
internal sealed class Drain(RunningWork work, ILogger<Drain> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await work.WhenZeroAsync().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            logger.LogWarning("Stopped while work was still running: {Work}", work);
        }
    }
}
