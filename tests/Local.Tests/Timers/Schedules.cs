using System.Globalization;
using ParisPact.Local.Timers;

namespace ParisPact.Tests.Timers;

public sealed class Schedules
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("0 0 2 * * *", "2027-03-01T00:00Z", "2027-03-01T02:00Z")]
    [InlineData("0 0 2 * * *", "2027-03-01T02:00Z", "2027-03-02T02:00Z")]
    [InlineData("0 2 * * *", "2027-03-01T02:00Z", "2027-03-02T02:00Z")]
    [InlineData("15 30 6 1 1 *", "2027-03-01T00:00Z", "2028-01-01T06:30:15Z")]
    [InlineData("0 0 9 * * MON-FRI", "2027-03-05T10:00Z", "2027-03-08T09:00Z")]
    [InlineData("*/10 * * * * *", "2027-03-01T00:00:01Z", "2027-03-01T00:00:10Z")]
    [InlineData("06:00:00", "2027-03-01T00:30Z", "2027-03-01T06:30Z")]
    public void The_next_occurrence_is_the_first_after_a_moment(string schedule, string after, string expected) =>
        Assert.Equal(Moment(expected), TimerSchedule.Parse(schedule).Next(Moment(after), TimeZoneInfo.Utc));

    [Theory]
    // The clocks go from 2:00 to 3:00 on 28 March, and from 3:00 back to 2:00 on 31 October.
    [InlineData("0 30 2 * * *", "2027-03-28T00:00+01:00", "2027-03-28T03:30+02:00")]
    [InlineData("0 30 2 * * *", "2027-03-28T12:00+02:00", "2027-03-29T02:30+02:00")]
    [InlineData("0 30 2 * * *", "2027-10-31T00:00+02:00", "2027-10-31T02:30+02:00")]
    [InlineData("0 30 2 * * *", "2027-10-31T02:30+02:00", "2027-11-01T02:30+01:00")]
    [InlineData("0 30 2 * * *", "2027-10-31T02:15+01:00", "2027-11-01T02:30+01:00")]
    public void The_wall_clocks_of_the_zone_count(string schedule, string after, string expected) =>
        Assert.Equal(Moment(expected), TimerSchedule.Parse(schedule).Next(Moment(after), Berlin));

    [Theory]
    [InlineData("*/30 * * * * *", true)]
    [InlineData("00:00:59", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("0 0 0 30 2 *", false)]
    public void Occurrences_within_a_minute_are_told(string schedule, bool expected) =>
        Assert.Equal(expected, TimerSchedule.Parse(schedule).IsSubMinute(Moment("2027-03-01T00:00Z"), TimeZoneInfo.Utc));

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("0 0 25 * * *")]
    [InlineData("-00:05:00")]
    [InlineData("at noon")]
    public void Anything_else_is_refused(string schedule) =>
        Assert.Throws<FormatException>(() => TimerSchedule.Parse(schedule));

    [Fact]
    public void A_day_that_never_comes_is_the_end_of_time() =>
        Assert.Equal(DateTimeOffset.MaxValue, TimerSchedule.Parse("0 0 0 30 2 *").Next(Moment("2027-03-01T00:00Z"), TimeZoneInfo.Utc));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
