using Microsoft.Extensions.Hosting;
using ParisPact.Local.Hosting;

namespace ParisPact.Local.Start;

/// <summary>What the person who started the host sees: where it is, what it serves, and each receipt as it comes.</summary>
internal sealed class ConsoleFront(LocalPlan plan, FunctionTable functions, ReceiptPrinter receipts, SampleFiles samples, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken);
        var console = plan.Output;
        await console.WriteLineAsync(Banner());
        await console.WriteLineAsync(functions.ToString());
        var printing = receipts.Print(console, stoppingToken);
        if (plan.Console is { Samples: true })
        {
            await samples.Load(console, stoppingToken);
        }

        await printing;
    }

    private string Banner() => string.Join(
        Environment.NewLine,
        "",
        $"Paris Pact back office {HostVersion.Text}, on this machine only",
        $"  address  {plan.Url}",
        $"  data     {plan.DataFolder}",
        $"  storage  {plan.StorageSummary}",
        "  stop     Ctrl-C",
        "");

    private async Task Started(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource();
        using var whenStarted = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
    }
}
