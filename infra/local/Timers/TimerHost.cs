using Microsoft.Extensions.Logging;
using ParisPact.Local.Functions;
using ParisPact.Local.Time;

namespace ParisPact.Local.Timers;

/// <summary>What all timers of a host share.</summary>
internal sealed record TimerHost(FunctionRunner Runner, ITimerMemory Memory, TimeProvider Time, RunningWork Work, ILogger Logger)
{
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(Time.GetUtcNow(), Zone);

    /// <summary>Schedules are read by the wall clocks of this zone.</summary>
    public TimeZoneInfo Zone => Time.LocalTimeZone;
}
