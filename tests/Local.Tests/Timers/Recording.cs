using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Tests.Timers;

/// <summary>What the timer functions of a test did, one line a run.</summary>
public sealed class Recording(TimeProvider time)
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    public void Add(string function, TimerInfo timer, FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(timer);
        ArgumentNullException.ThrowIfNull(context);
        var status = timer.ScheduleStatus is { } seen ? $" last {Short(seen.Last)} next {Short(seen.Next)}" : " no status";
        var retry = context.RetryContext.MaxRetryCount > 0 ? $" try {context.RetryContext.RetryCount}/{context.RetryContext.MaxRetryCount}" : "";
        lines.Add($"{Short(time.GetUtcNow().UtcDateTime)} {function}{(timer.IsPastDue ? " past due" : "")}{status}{retry}");
    }

    private static string Short(DateTime moment) => moment == default ? "never" : moment.ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
