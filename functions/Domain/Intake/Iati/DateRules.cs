using System.Globalization;

namespace ParisPact.Domain.Intake.Iati;

/// <summary>
/// What the standard ruleset says about an activity's dates (rules 6.11.1, 11.1.1 to 11.1.5). "Before" admits the same day, as in the ruleset's own tests.
/// </summary>
public static class DateRules
{
    private static readonly string[] Names = ["", "planned start", "actual start", "planned end", "actual end"];

    private static readonly (int Start, int End)[] Pairs = [(1, 3), (2, 4)];

    public static string Name(int type) => Names[type];

    public static IEnumerable<Problem> Check(IatiElement activity, IReadOnlyList<StatedDate> dates, DateOnly today)
    {
        if (!dates.Any(date => date.Type is 1 or 2))
            yield return activity.Warn("iati.start-date-missing", "The activity has neither a planned nor an actual start date.", "Add an activity-date of type 1 or 2.");

        foreach (var (start, end) in Pairs)
        {
            var (first, last) = (Of(dates, start), Of(dates, end));
            if (first is not null && last is not null && first.Date > last.Date)
                yield return last.Element.Warn("iati.date-order", $"The {Names[end]} ({Day(last.Date)}) is before the {Names[start]} ({Day(first.Date)}).");
        }

        foreach (var date in dates.Where(date => date.Type is 2 or 4 && date.Date > today))
            yield return date.Element.Warn("iati.date-in-future", $"The {Names[date.Type]} ({Day(date.Date)}) is in the future.", $"Report it as {Names[date.Type - 1]} (type {date.Type - 1}) until it has come.");
    }

    public static IEnumerable<Problem> LastUpdated(IatiElement activity, DateTimeOffset? lastUpdated, DateOnly today)
    {
        // A day's grace: the partner's clock may be in a zone where the day has already begun.
        if (lastUpdated is { } instant && DateOnly.FromDateTime(instant.UtcDateTime) > today.AddDays(1))
            yield return activity.WarnOf("last-updated-datetime", "iati.last-updated-in-future", $"The activity was last updated on {Day(DateOnly.FromDateTime(instant.UtcDateTime))}, which is in the future.");
    }

    internal static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static StatedDate? Of(IReadOnlyList<StatedDate> dates, int type) => dates.FirstOrDefault(date => date.Type == type);
}
