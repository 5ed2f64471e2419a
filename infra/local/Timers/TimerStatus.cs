using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Local.Timers;

/// <summary>What is remembered of a timer over restarts. <c>Last</c> is the default value until it has run.</summary>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    public ScheduleStatus AsSeenByFunctions() => new() { Last = Wall(Last), Next = Wall(Next), LastUpdated = Wall(LastUpdated) };

    private static DateTime Wall(DateTimeOffset moment) => moment.Offset == TimeSpan.Zero ? moment.UtcDateTime : moment.DateTime;
}
