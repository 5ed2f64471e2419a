using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Json;

namespace ParisPact.Functions.Intake.Tables;

/// <summary>
/// What the columns of a table cannot say of a project, in JSON: for each such field its value, and the fingerprint of what its columns say. When
/// the table comes back, the value counts as long as the columns still say the same; where somebody has edited them, they count.
/// </summary>
internal static class TableDetails
{
    /// <summary>The column that holds them.</summary>
    public const string Column = "Register details (JSON)";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="read">What is read from the columns.</param>
    /// <returns>null where the columns say everything.</returns>
    public static string? Of(Project project, Project read)
    {
        var (said, meant) = (Fields(Canonical.Of(read)), Fields(Canonical.Of(project)));
        var differing = said.Keys.Union(meant.Keys).Where(field => said.GetValueOrDefault(field) != meant.GetValueOrDefault(field)).Order(StringComparer.Ordinal).ToList();
        if (differing.Count == 0) return null;
        var whole = Fields(project);
        return Text(json =>
        {
            json.WriteStartObject();
            foreach (var field in differing)
            {
                json.WriteStartObject(field);
                json.WriteString("columns", Fingerprint(said.GetValueOrDefault(field)));
                json.WritePropertyName("value");
                if (whole.GetValueOrDefault(field) is { } value) json.WriteRawValue(value);
                else json.WriteNullValue();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
    }

    /// <summary>The record with what its details say; where they are no such JSON, as its columns say it, with a warning.</summary>
    public static RecordRead Read(RecordRead record, ReadingContext context)
    {
        if (record.Details is not { } details) return record;
        record = record with { Details = null };
        if (record.Project is not { } project) return record;
        try
        {
            using var document = JsonDocument.Parse(details);
            var said = Fields(Canonical.Of(project));
            var unread = new List<string>();
            foreach (var field in document.RootElement.EnumerateObject())
            {
                if (Fingerprint(said.GetValueOrDefault(field.Name)) != field.Value.GetProperty("columns").GetString()) continue;
                if (With(project, field.Name, field.Value.GetProperty("value"), context) is { } with) project = with;
                else unread.Add(field.Name);
            }

            return record with { Project = project, Problems = unread.Count == 0 ? record.Problems : record.Problems.Add(Unread(record, string.Join(", ", unread))) };
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return record with { Problems = record.Problems.Add(Unread(record, null)) };
        }
    }

    /// <summary>The project with one field as the details have it, read like any JSON; null where it is refused or is no such field.</summary>
    private static Project? With(Project project, string field, JsonElement value, ReadingContext context)
    {
        var alone = JsonProjects.ReadOne(
            Encoding.UTF8.GetBytes(Text(json =>
            {
                json.WriteStartObject();
                json.WriteString("reference", project.Reference.AsWritten);
                if (field != "titles") json.WriteString("title", "-");
                if (value.ValueKind != JsonValueKind.Null)
                {
                    json.WritePropertyName(field);
                    value.WriteTo(json);
                }

                json.WriteEndObject();
            })),
            context).Project;
        return alone is null ? null : field switch
        {
            "titles" => project with { Titles = alone.Titles },
            "descriptions" => project with { Descriptions = alone.Descriptions },
            "status" => project with { Status = alone.Status },
            "dates" => project with { Dates = alone.Dates },
            "reportingOrganisation" => project with { ReportingOrganisation = alone.ReportingOrganisation is { } reporter ? AsWritten(reporter, value) : null },
            "organisations" => project with { Organisations = AsWritten(alone.Organisations, value) },
            "places" => project with { Places = alone.Places },
            "sectors" => project with { Sectors = alone.Sectors },
            "themes" => project with { Themes = alone.Themes },
            "papers" => project with { Papers = alone.Papers },
            "money" => project with { Money = alone.Money },
            "related" => project with { Related = alone.Related },
            "otherIdentifiers" => project with { OtherIdentifiers = alone.OtherIdentifiers },
            "website" => project with { Website = alone.Website },
            "hierarchy" => project with { Hierarchy = alone.Hierarchy },
            "extras" => project with { Extras = alone.Extras },
            _ => null,
        };
    }

    /// <summary>Without the references and types that a reader finds by a name: here they were left out on purpose.</summary>
    private static ImmutableArray<Participation> AsWritten(ImmutableArray<Participation> organisations, JsonElement written) =>
        written.ValueKind != JsonValueKind.Array || written.GetArrayLength() != organisations.Length
            ? organisations
            : [.. organisations.Zip(written.EnumerateArray(), static (participation, one) => participation with { Organisation = AsWritten(participation.Organisation, one) })];

    private static OrganisationName AsWritten(OrganisationName organisation, JsonElement written) => organisation with
    {
        Reference = written.TryGetProperty("reference", out _) ? organisation.Reference : null,
        Type = written.TryGetProperty("type", out _) ? organisation.Type : null,
    };

    private static Problem Unread(RecordRead record, string? fields) => new(
        record.At with { Path = Column },
        "details.not-understood",
        Severity.Warning,
        $"“{Column}” is not what an export wrote there{(fields is null ? "" : ", in " + fields)}; the other columns count alone.",
        "Leave that column as it was exported, or delete it: then what the other columns do not say is left out.");

    /// <summary>The project's properties in the JSON contract, each as it is written there.</summary>
    private static Dictionary<string, string> Fields(Project project)
    {
        using var document = JsonDocument.Parse(Text(json => JsonProjects.Write(json, project)));
        return document.RootElement.EnumerateObject().Where(static property => property.Name is not ("title" or "partner" or "reference" or "lastUpdated")).ToDictionary(static property => property.Name, static property => property.Value.GetRawText(), StringComparer.Ordinal);
    }

    private static string Fingerprint(string? json) => json is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 6));

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Writing)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
