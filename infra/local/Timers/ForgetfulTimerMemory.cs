using System.Collections.Concurrent;

namespace ParisPact.Local.Timers;

/// <summary>Remembers timers while it lives: for hosts without storage.</summary>
internal sealed class ForgetfulTimerMemory : ITimerMemory
{
    private readonly ConcurrentDictionary<string, TimerStatus> statuses = new(StringComparer.OrdinalIgnoreCase);

    public Task<TimerStatus?> Read(string function, CancellationToken cancellation) =>
        Task.FromResult(statuses.GetValueOrDefault(function));

    public Task Write(string function, TimerStatus status, CancellationToken cancellation)
    {
        statuses[function] = status;
        return Task.CompletedTask;
    }
}
