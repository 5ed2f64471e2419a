using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Intake.Json;

/// <summary>
/// Writes projects in the shape of the JSON Schema. What is not there is left out; but what the reader would look for by a name is said to be
/// <c>null</c>, so that the project is read back as it is.
/// </summary>
internal static class JsonProjectWriting
{
    public static void Write(Utf8JsonWriter json, Project project)
    {
        json.WriteStartObject();
        WriteProperties(json, project);
        json.WriteEndObject();
    }

    /// <summary>Writes the properties alone, for objects that say more about a project.</summary>
    public static void WriteProperties(Utf8JsonWriter json, Project project)
    {
        json.WriteString("partner", project.Partner.Value);
        json.WriteString("reference", project.Reference.AsWritten);
        json.WriteString("title", project.Title);
        List(json, "titles", project.Titles, Narrative);
        List(json, "descriptions", project.Descriptions, Description);
        if (project.Status is { } status) json.WriteString("status", Camel(status.ToString()));
        Dates(json, project.Dates);
        if (project.ReportingOrganisation is { } reporting)
        {
            json.WriteStartObject("reportingOrganisation");
            Organisation(json, reporting);
            json.WriteEndObject();
        }

        List(json, "organisations", project.Organisations, Participation);
        List(json, "places", project.Places, Place);
        List(json, "sectors", project.Sectors, Sector);
        List(json, "themes", project.Themes, Theme);
        if (!project.Papers.IsEmpty)
        {
            json.WriteStartArray("papers");
            foreach (var paper in project.Papers) json.WriteStringValue(paper);
            json.WriteEndArray();
        }

        List(json, "money", project.Money, Money);
        List(json, "related", project.Related, (writer, related) =>
        {
            writer.WriteNumber("type", related.Type);
            writer.WriteString("reference", related.Reference);
        });
        List(json, "otherIdentifiers", project.OtherIdentifiers, (writer, other) =>
        {
            writer.WriteString("reference", other.Reference);
            Text(writer, "type", other.Type);
        });
        Text(json, "website", project.Website);
        Number(json, "hierarchy", project.Hierarchy);
        if (project.LastUpdated is { } updated) json.WriteString("lastUpdated", updated);
        List(json, "extras", project.Extras, (writer, extra) =>
        {
            writer.WriteString("name", extra.Name);
            writer.WriteString("value", extra.Value);
        });
    }

    private static void List<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.IsDefaultOrEmpty) return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Narrative(Utf8JsonWriter json, Narrative narrative)
    {
        json.WriteString("text", narrative.Text);
        Text(json, "language", narrative.Language);
    }

    private static void Description(Utf8JsonWriter json, Description description)
    {
        json.WriteNumber("type", description.Type);
        List(json, "narratives", description.Narratives, Narrative);
    }

    private static void Dates(Utf8JsonWriter json, ProjectDates dates)
    {
        if (dates == ProjectDates.Unknown) return;
        json.WriteStartObject("dates");
        Day(json, "plannedStart", dates.PlannedStart);
        Day(json, "actualStart", dates.ActualStart);
        Day(json, "plannedEnd", dates.PlannedEnd);
        Day(json, "actualEnd", dates.ActualEnd);
        json.WriteEndObject();
    }

    private static void Participation(Utf8JsonWriter json, Participation participation)
    {
        json.WriteString("role", Camel(participation.Role.ToString()));
        Organisation(json, participation.Organisation);
    }

    private static void Organisation(Utf8JsonWriter json, OrganisationName organisation)
    {
        if (organisation.Name.Length > 0) json.WriteString("name", organisation.Name);
        json.WriteString("reference", organisation.Reference);
        if (organisation.Type is { } type) json.WriteNumber("type", type);
        else json.WriteNull("type");
    }

    private static void Place(Utf8JsonWriter json, PlaceShare place)
    {
        if (place.Region is null || place.Code is not null) json.WriteString("code", place.Code?.Value);
        json.WriteString("asWritten", place.AsWritten);
        Text(json, "name", place.Name);
        Number(json, "region", place.Region);
        Amount(json, "percentage", place.Percentage);
    }

    private static void Sector(Utf8JsonWriter json, SectorShare sector)
    {
        json.WriteString("vocabulary", sector.Vocabulary);
        json.WriteString("code", sector.Code);
        Text(json, "name", sector.Name);
        Amount(json, "percentage", sector.Percentage);
    }

    private static void Theme(Utf8JsonWriter json, ThemeShare theme)
    {
        json.WriteString("theme", theme.Theme);
        json.WriteString("asWritten", theme.AsWritten);
        Amount(json, "percentage", theme.Percentage);
    }

    private static void Money(Utf8JsonWriter json, MoneyLine line)
    {
        json.WriteString("kind", Camel(line.Kind.ToString()));
        json.WriteNumber("amount", line.Amount);
        Text(json, "currency", line.Currency);
        Day(json, "valueDate", line.ValueDate);
        Day(json, "periodStart", line.PeriodStart);
        Day(json, "periodEnd", line.PeriodEnd);
        Text(json, "transactionType", line.TransactionType);
        if (line.Revised) json.WriteBoolean("revised", true);
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    private static void Number(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
    }

    private static void Amount(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
    }

    private static void Day(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } value) json.WriteString(name, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
