using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Hosting;

namespace ParisPact.Local.Start;

/// <summary>What the person who started the host sees: where it is, what it serves, and each receipt as it comes.</summary>
internal sealed class ConsoleFront(
    LocalPlan plan,
    FunctionTable functions,
    ReceiptPrinter receipts,
    SampleFiles samples,
    IHostApplicationLifetime lifetime,
    ILogger<ConsoleFront> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken);
        var console = plan.Output;
        await Safely("The host could not be described", () => console.WriteLineAsync(Banner() + Environment.NewLine + functions), stoppingToken);
        var printing = Safely("Receipts are no longer printed", () => receipts.Print(console, stoppingToken), stoppingToken);
        if (plan.Console is { Samples: true })
        {
            await Safely("The samples were not loaded", () => samples.Load(console, stoppingToken), stoppingToken);
        }

        await printing;
    }

    /// <summary>What is only shown must not end the host that it is about, as a failure of a background service would.</summary>
    private async Task Safely(string what, Func<Task> step, CancellationToken cancellation)
    {
        try
        {
            await step();
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception problem)
        {
            logger.LogError(problem, "{What}, and the host goes on: {Problem}", what, problem.Message);
        }
    }

    private string Banner() => string.Join(
        Environment.NewLine,
        "",
        $"Paris Pact back office {HostVersion.Text}, on this machine only",
        $"  address  {plan.Url}",
        $"  data     {plan.DataFolder}",
        $"  storage  {plan.StorageSummary}",
        $"  mail     {plan.MailSummary}",
        "  stop     Ctrl-C",
        "");

    private async Task Started(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource();
        using var whenStarted = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
    }
}
