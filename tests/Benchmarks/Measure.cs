using System.Diagnostics;
using System.Globalization;

namespace ParisPact.Benchmarks;

/// <summary>Two ways of doing something, timed in turns, so that what else the machine does falls on both.</summary>
internal static class Measure
{
    /// <summary>The medians of some rounds, after one round that does not count.</summary>
    public static (TimeSpan Ours, TimeSpan Bare) InTurns(int rounds, Action ours, Action bare)
    {
        var (left, right) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round <= rounds; round++)
        {
            var (bareTime, oursTime) = (Time(bare), Time(ours));
            if (round == 0) continue;
            left.Add(oursTime);
            right.Add(bareTime);
        }

        return (Median(left), Median(right));
    }

    public static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    public static async Task<TimeSpan> TimeAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start);
    }

    public static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    public static string Text(TimeSpan time) => time.TotalSeconds >= 1
        ? time.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture)
        : time.TotalMilliseconds.ToString("0.0 ms", CultureInfo.InvariantCulture);

    public static string Rate(int count, TimeSpan time) => (count / time.TotalSeconds).ToString("#,0 a second", CultureInfo.InvariantCulture);
}
