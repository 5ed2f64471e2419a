using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ParisPact.Functions.Mail;

/// <summary>When this instance sends: when the timer says so, and right after a mail was handed over; one run at a time.</summary>
internal sealed class Sending(MailSender sender, IHostApplicationLifetime lifetime, ILogger<Sending> log) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private int _asked;

    /// <summary>Has what is due sent without waiting for it. What goes wrong meanwhile, or does not come to its end, the timer makes up for.</summary>
    public void Soon()
    {
        // A run that has not begun yet will see what was handed over just now.
        if (Interlocked.Exchange(ref _asked, 1) == 1) return;
        _ = Task.Run(async () =>
        {
            try
            {
                await RunAsync(lifetime.ApplicationStopping);
            }
            catch (Exception problem)
            {
                if (!lifetime.ApplicationStopping.IsCancellationRequested) log.LogWarning(problem, "Mails were not sent at once, and wait for the timer.");
            }
        });
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            Volatile.Write(ref _asked, 0);
            await sender.RunAsync(cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
