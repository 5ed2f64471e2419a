namespace ParisPact.Local.Timers;

/// <summary>Remembers timers over restarts.</summary>
internal interface ITimerMemory
{
    Task<TimerStatus?> Read(string function, CancellationToken cancellation);

    Task Write(string function, TimerStatus status, CancellationToken cancellation);
}
