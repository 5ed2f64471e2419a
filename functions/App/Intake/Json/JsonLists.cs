using System.Text.Json;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Rainbow;

namespace ParisPact.Functions.Intake.Json;

/// <summary>Reads the items of a record's smaller lists: papers, related projects, other identifiers, extras.</summary>
internal static class JsonLists
{
    public static string? Paper(JsonCursor value)
    {
        if (value.Text() is not { } text) return null;
        var match = Papers.Find(text);
        if (match.TryGet(out var paper)) return paper.Id;
        value.Warn("paper.unknown", $"{JsonCursor.Quote(text)} is no paper of the Rainbow Strategy; it is kept as written.", "Write blue, green, yellow, violet, red, orange or indigo.", kept: text);
        return null;
    }

    public static RelatedActivity? Related(JsonCursor value)
    {
        var (type, reference) = (3, (string?)null);
        foreach (var (name, part) in value.Properties())
        {
            if (name == "type") type = part.Whole(1, 5) ?? 3;
            else if (name == "reference") reference = part.Code();
            else part.Keep();
        }

        if (reference is null) Missing(value, "related.reference-missing", "The related project has no reference; it is left out.");
        return reference is null ? null : new RelatedActivity(type, reference);
    }

    public static OtherIdentifier? Other(JsonCursor value)
    {
        if (value.Element.ValueKind == JsonValueKind.String) return value.Code() is { } text ? new OtherIdentifier(text) : null;
        var (type, reference) = ((string?)null, (string?)null);
        foreach (var (name, part) in value.Properties())
        {
            if (name == "type") type = part.Code();
            else if (name == "reference") reference = part.Code();
            else part.Keep();
        }

        if (reference is null) Missing(value, "identifier.reference-missing", "The identifier has no reference; it is left out.");
        return reference is null ? null : new OtherIdentifier(reference, type);
    }

    public static Extra? Extra(JsonCursor value)
    {
        var (name, text) = ((string?)null, "");
        foreach (var (key, part) in value.Properties())
        {
            if (key == "name") name = part.Text();
            else if (key == "value") text = part.Text(lines: true) ?? "";
            else part.Keep();
        }

        if (name is null) value.Warn("extra.name-missing", $"{JsonCursor.Quote(text)} has no name to be kept under; it is left out.", "Add \"name\".");
        return name is null ? null : new Extra(name, text);
    }

    private static void Missing(JsonCursor value, string rule, string message)
    {
        if (value.Element.ValueKind == JsonValueKind.Object) value.Warn(rule, message, "Add \"reference\".");
    }
}
