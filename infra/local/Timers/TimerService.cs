using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Functions;

namespace ParisPact.Local.Timers;

/// <summary>Keeps the timer functions of the app.</summary>
internal sealed class TimerService(FunctionCatalog catalog, TimerHost host, IConfiguration settings) : IHostedService, IDisposable
{
    private readonly List<TimerListener> listeners = [];

    public IReadOnlyList<TimerListener> Listeners => listeners;

    public TimerListener? Find(FunctionEntry function) => listeners.Find(listener => listener.Function == function);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var function in catalog.With<TimerTriggerAttribute>())
        {
            try
            {
                var text = SettingText.Fill(((TimerTriggerAttribute)function.Trigger).Schedule, settings);
                listeners.Add(new TimerListener(function, TimerSchedule.Parse(text), host));
            }
            catch (FormatException problem)
            {
                // As in Azure, a function that cannot be indexed is left out and the rest of the app runs.
                host.Logger.LogError("The '{Function}' function is in error: {Problem}", function.Name, problem.Message);
            }
        }

        foreach (var listener in listeners)
        {
            await listener.Start(cancellationToken);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var listener in listeners)
        {
            await listener.Stop();
        }
    }

    public void Dispose() => listeners.ForEach(listener => listener.Dispose());
}
