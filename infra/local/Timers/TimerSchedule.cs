using System.Globalization;
using NCrontab;

namespace ParisPact.Local.Timers;

/// <summary>When a timer function runs: an NCRONTAB expression of six or five fields, or a constant interval.</summary>
internal sealed class TimerSchedule
{
    // Such as 30 February: an occurrence that never comes is the end of time.
    private static readonly DateTime LastDay = DateTime.MaxValue.Date;

    private readonly CrontabSchedule? cron;
    private readonly TimeSpan interval;

    private TimerSchedule(string text, CrontabSchedule cron) => (Text, this.cron) = (text, cron);

    private TimerSchedule(string text, TimeSpan interval) => (Text, this.interval) = (text, interval);

    /// <summary>The expression, with its settings filled in.</summary>
    public string Text { get; }

    /// <exception cref="FormatException">The text is neither an expression nor an interval.</exception>
    public static TimerSchedule Parse(string text)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (fields is 5 or 6 && CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 }) is { } cron)
        {
            return new(text, cron);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? new(text, interval)
            : throw new FormatException($"The schedule expression '{text}' was not recognized as a valid cron expression or timespan string.");
    }

    /// <summary>The first occurrence after a moment, by the wall clocks of a zone.</summary>
    public DateTimeOffset Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        if (cron is null)
        {
            return after + interval;
        }

        var wall = TimeZoneInfo.ConvertTime(after, zone).DateTime;
        while (wall < LastDay)
        {
            wall = cron.GetNextOccurrence(wall, DateTime.MaxValue);
            if (wall < LastDay && Moment(wall, zone) is var moment && moment > after)
            {
                return moment;
            }
        }

        return DateTimeOffset.MaxValue;
    }

    /// <summary>Occurrences closer than a minute are not worth remembering over a restart.</summary>
    public bool IsSubMinute(DateTimeOffset now, TimeZoneInfo zone)
    {
        var occurrence = Next(now, zone);
        for (var i = 1; i < 10 && occurrence < DateTimeOffset.MaxValue; i++)
        {
            var following = Next(occurrence, zone);
            if (following - occurrence < TimeSpan.FromMinutes(1))
            {
                return true;
            }

            occurrence = following;
        }

        return false;
    }

    /// <summary>A time that the clocks skip is the one an hour later; of a time that they show twice, the first.</summary>
    private static DateTimeOffset Moment(DateTime wall, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(wall))
        {
            wall = wall.AddHours(1);
        }

        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset);
    }
}
