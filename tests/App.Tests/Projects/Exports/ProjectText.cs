using System.Globalization;
using System.Text;
using ParisPact.Domain.Projects;

namespace ParisPact.Tests.Projects.Exports;

/// <summary>A project as lines that tell every field: two projects are the same when their lines are.</summary>
internal static class ProjectText
{
    public static string Of(Project project)
    {
        var text = new StringBuilder();
        Line("partner", project.Partner.Value);
        Line("reference", project.Reference.AsWritten);
        foreach (var title in project.Titles) Line("title", title);
        foreach (var description in project.Descriptions) Line("description", $"{description.Type} {string.Join(" / ", description.Narratives)}");
        Line("status", project.Status);
        Line("dates", project.Dates);
        Line("reporter", project.ReportingOrganisation);
        foreach (var participation in project.Organisations) Line("organisation", participation);
        foreach (var place in project.Places) Line("place", place with { Percentage = Plain(place.Percentage) });
        foreach (var sector in project.Sectors) Line("sector", sector with { Percentage = Plain(sector.Percentage) });
        foreach (var theme in project.Themes) Line("theme", theme with { Percentage = Plain(theme.Percentage) });
        foreach (var paper in project.Papers) Line("paper", paper);
        foreach (var line in project.Money) Line("money", line with { Amount = Plain(line.Amount)!.Value });
        foreach (var related in project.Related) Line("related", related);
        foreach (var other in project.OtherIdentifiers) Line("other", other);
        Line("website", project.Website);
        Line("hierarchy", project.Hierarchy);
        Line("updated", project.LastUpdated?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        foreach (var extra in project.Extras) Line("extra", extra);
        return text.ToString();

        void Line(string field, object? value) => text.Append(CultureInfo.InvariantCulture, $"{field}: {(value is null ? "(nothing)" : $"[{value}]")}\n");
    }

    /// <summary>The same number without the zeros behind it.</summary>
    private static decimal? Plain(decimal? number) => number / 1.000000000000000000000000000000000m;
}
