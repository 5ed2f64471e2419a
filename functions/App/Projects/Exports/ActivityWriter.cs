using System.Globalization;
using System.Xml;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Iati;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>Writes one project as an activity, its elements in the order of the schema 2.03.</summary>
internal static class ActivityWriter
{
    /// <summary>A day that nobody takes for a project's: it stands where the schema demands a date and there is none.</summary>
    private static readonly DateOnly NoDay = new(1900, 1, 1);

    private static readonly string[] AfterTags =
        ["tag", "humanitarian-scope", "policy-marker", "collaboration-type", "default-flow-type", "default-finance-type", "default-aid-type", "default-tied-status"];

    /// <param name="today">Stands, marked, for dates of amounts that have none.</param>
    public static void Write(IatiWriter to, Project project, DateOnly today)
    {
        to.Start("iati-activity");
        if (project.LastUpdated is { } updated) to.Attribute("last-updated-datetime", XmlConvert.ToString(updated));
        to.Attribute("hierarchy", project.Hierarchy);
        var extras = ExtraElements.Of(project.Extras);
        to.Attribute("humanitarian", extras.IsHumanitarian ? "1" : null);
        to.Own("partner", project.Partner.Value);
        Identity(to, project);
        Participants(to, project);
        Others(to, project);
        Dates(to, project.Dates);
        extras.Write(to, "activity-scope");
        PlaceWriter.Write(to, project.Places);
        Sectors(to, project);
        Tags(to, project);
        foreach (var name in AfterTags) extras.Write(to, name);
        MoneyWriter.Write(to, project, today);
        Links(to, project);
        extras.WriteRest(to);
        to.End();
    }

    private static void Identity(IatiWriter to, Project project)
    {
        to.Start("iati-identifier");
        to.Text(project.Reference.AsWritten);
        to.End();

        to.Start("reporting-org");
        if (project.ReportingOrganisation is { } reporter)
        {
            to.Organisation(reporter, demanded: true);
            to.OrganisationName(reporter, demanded: true);
        }
        else
        {
            // The partner brought the project here, and is not known to have published it.
            to.Attribute("ref", project.Partner.Value);
            to.Attribute("type", "");
            to.Attribute("secondary-reporter", "1");
            to.NotStated(".");
            to.Narrative(project.Partner.Value);
        }

        to.End();

        to.Start("title");
        to.Narratives(project.Titles, lines: false);
        to.End();

        foreach (var description in project.Descriptions)
        {
            to.Start("description");
            to.Attribute("type", description.Type);
            to.Narratives(description.Narratives, lines: true);
            to.End();
        }

        if (project.Descriptions.IsEmpty) Nothing(to, "description");
    }

    private static void Participants(IatiWriter to, Project project)
    {
        foreach (var participation in project.Organisations)
        {
            to.Start("participating-org");
            to.Attribute("role", (int)participation.Role);
            to.Organisation(participation.Organisation, demanded: false);
            to.OrganisationName(participation.Organisation, demanded: false);
            to.End();
        }

        if (project.Organisations.IsEmpty) Nothing(to, "participating-org", ("role", "4"));
    }

    private static void Others(IatiWriter to, Project project)
    {
        foreach (var other in project.OtherIdentifiers)
        {
            to.Start("other-identifier");
            to.Attribute("ref", other.Reference);
            to.Attribute("type", other.Type ?? "");
            to.NotStated(other.Type is null ? "@type" : null);
            to.End();
        }

        to.Start("activity-status");
        to.Attribute("code", project.Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : "");
        to.NotStated(project.Status is null ? "." : null);
        to.End();
    }

    private static void Dates(IatiWriter to, ProjectDates dates)
    {
        var any = false;
        foreach (var (type, date) in (ReadOnlySpan<(int, DateOnly?)>)[(1, dates.PlannedStart), (2, dates.ActualStart), (3, dates.PlannedEnd), (4, dates.ActualEnd)])
        {
            if (date is not { } day) continue;
            any = true;
            to.Start("activity-date");
            to.Attribute("type", type);
            to.Attribute("iso-date", day);
            to.End();
        }

        if (!any) Nothing(to, "activity-date", ("type", "1"), ("iso-date", NoDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private static void Sectors(IatiWriter to, Project project)
    {
        foreach (var sector in project.Sectors)
        {
            to.Start("sector");
            to.Attribute("vocabulary", sector.Vocabulary);
            to.Attribute("code", sector.Code);
            to.Percentage(sector.Percentage);
            if (sector.Name is { } name) to.Narrative(name);
            to.End();
        }
    }

    private static void Tags(IatiWriter to, Project project)
    {
        foreach (var theme in project.Themes)
        {
            Tag(RegisterNamespace.ThemeVocabulary, theme.Theme ?? theme.AsWritten);
            to.NotStated(theme.Theme is null ? "@code" : null);
            to.Percentage(theme.Percentage, isOurs: true);
            to.Own("as-written", theme.AsWritten);
            to.Narrative(theme.Theme is { } id ? Domain.Projects.Vocabularies.Themes.Name(id) : theme.AsWritten);
            to.End();
        }

        foreach (var paper in project.Papers)
        {
            Tag(RegisterNamespace.PaperVocabulary, paper);
            to.Narrative(Domain.Rainbow.Papers.OfId(paper)?.Title ?? paper);
            to.End();
        }

        void Tag(string vocabulary, string code)
        {
            to.Start("tag");
            to.Attribute("vocabulary", "99");
            to.Attribute("vocabulary-uri", vocabulary);
            to.Attribute("code", code);
        }
    }

    private static void Links(IatiWriter to, Project project)
    {
        if (project.Website is { } website)
        {
            to.Start("document-link");
            to.Attribute("url", website);
            to.Attribute("format", "text/html");
            to.Start("title");
            to.Narrative("Web page of the activity", language: "en");
            to.End();
            to.Start("category");
            to.Attribute("code", "A12");
            to.End();
            to.End();
        }

        foreach (var related in project.Related)
        {
            to.Start("related-activity");
            to.Attribute("type", related.Type);
            to.Attribute("ref", related.Reference);
            to.End();
        }
    }

    private static void Nothing(IatiWriter to, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        to.Start(element);
        foreach (var (name, value) in attributes) to.Attribute(name, value);
        to.NotStated(".");
        to.Narrative(IatiWriter.NothingStated, language: "en");
        to.End();
    }
}
