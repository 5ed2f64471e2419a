using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>Reads an activity's dates, when it was last updated, and its level in a hierarchy.</summary>
internal sealed class IatiDates(IatiElement activity, DateOnly today, ProblemList problems, ExtrasDraft extras)
{
    private readonly List<StatedDate> _dates = [];

    public DateTimeOffset? LastUpdated { get; } = IatiValues.Instant(activity["last-updated-datetime"]);

    public int? Hierarchy { get; } = IatiValues.Whole(activity["hierarchy"]);

    public void Take(IatiElement element)
    {
        var written = element.Trimmed("iso-date") ?? (element.Text.Trim() is { Length: > 0 } text ? text : null) ?? element.Trimmed("iso_date");
        var date = IatiValues.Date(written);
        if (IatiCodes.DateType(element.Trimmed("type")) is not { } type)
        {
            extras.Add("activity-date", $"{element["type"]}: {written}");
            problems.Add(element.WarnOf("type", "iati.date-type-unknown", $"There is no type {Quote.Of(element["type"])} of activity dates; it is kept apart.", "1 planned start, 2 actual start, 3 planned end, 4 actual end."));
        }
        else if (date is null)
        {
            if (written is not null) extras.Add("activity-date", $"{DateRules.Name(type)}: {written}");
            problems.Add(element.WarnOf("iso-date", "date.not-understood", written is null ? $"The {DateRules.Name(type)} has no date." : $"{Quote.Of(written)} is no date; the project is kept without its {DateRules.Name(type)}.", "Write it as yyyy-mm-dd."));
        }
        else if (_dates.Any(other => other.Type == type))
        {
            if (_dates.First(other => other.Type == type).Date != date)
                problems.Add(element.Warn("iati.date-repeated", $"The {DateRules.Name(type)} is given twice with different days; the first is taken."));
        }
        else
        {
            _dates.Add(new StatedDate(element, type, date.Value));
        }
    }

    public ProjectDates Finish()
    {
        problems.Add(DateRules.Check(activity, _dates, today));
        problems.Add(DateRules.LastUpdated(activity, LastUpdated, today));
        if (LastUpdated is null && activity.Trimmed("last-updated-datetime") is { } written)
            problems.Add(activity.WarnOf("last-updated-datetime", "date.not-understood", $"{Quote.Of(written)} is no date and time; it is left out.", "Write it as yyyy-mm-ddThh:mm:ssZ."));
        if (Hierarchy is null && activity.Trimmed("hierarchy") is { } level)
            problems.Add(activity.WarnOf("hierarchy", "iati.hierarchy-not-understood", $"{Quote.Of(level)} is no whole number; it is left out."));
        return new ProjectDates(Of(1), Of(2), Of(3), Of(4));
    }

    private DateOnly? Of(int type) => _dates.FirstOrDefault(date => date.Type == type)?.Date;
}
