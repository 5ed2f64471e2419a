using Microsoft.DurableTask;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Time;

namespace ParisPact.Local.Durable;

internal sealed class DurableEngine(DurableFunctions functions, IHistoryStore store, TimeProvider time, RunningWork work, ILoggerFactory logs, DataConverter? converter = null) : IHostedService, IAsyncDisposable
{
    internal object[] Parts => [functions, store, time, work, logs, converter ?? WireJson.Converter];

    public Task StartAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task StopAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
