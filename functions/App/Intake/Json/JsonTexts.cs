using System.Collections.Immutable;
using System.Text.Json;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Intake.Json;

/// <summary>Reads texts with their languages.</summary>
internal static class JsonTexts
{
    public static IEnumerable<Narrative> Narratives(JsonCursor value, int most)
    {
        foreach (var item in value.Items())
        {
            if (item.Element.ValueKind == JsonValueKind.String)
            {
                if (Cut(item, item.Text(lines: most > ProjectLimits.Title), most) is { } plain) yield return new Narrative(plain);
                continue;
            }

            var (text, language) = ((string?)null, (string?)null);
            foreach (var (name, part) in item.Properties())
            {
                if (name == "text") text = Cut(part, part.Text(lines: most > ProjectLimits.Title), most);
                else if (name == "language") language = part.Text()?.ToLowerInvariant();
                else part.Keep();
            }

            if (text is not null) yield return new Narrative(text, language);
        }
    }

    public static IEnumerable<Description> Descriptions(JsonCursor value)
    {
        foreach (var item in value.Items())
        {
            var type = 1;
            ImmutableArray<Narrative> narratives = [];
            foreach (var (name, part) in item.Properties())
            {
                if (name == "type") type = part.Whole(1, 4) ?? 1;
                else if (name == "narratives") narratives = [.. Narratives(part, ProjectLimits.Description)];
                else part.Keep();
            }

            if (narratives.Length > 0) yield return new Description(type, narratives);
        }
    }

    /// <summary>As much of a text as is kept.</summary>
    public static string? Cut(JsonCursor value, string? text, int most)
    {
        if (text is null || text.Length <= most) return text;
        value.Warn("text.too-long", ProjectLimits.SayCut(text, most));
        return ProjectLimits.Cut(text, most);
    }
}
