using System.Text.Json;

namespace ParisPact.Tests.Projects.Exports;

/// <summary>Checks a value against the keywords of JSON Schema that the schema of project files uses, patterns and formats apart.</summary>
internal static class SchemaCheck
{
    public static List<string> Faults(JsonElement root, JsonElement value)
    {
        var faults = new List<string>();
        Check(root, root, value, "", faults);
        return faults;
    }

    private static void Check(JsonElement root, JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref": Check(root, Target(root, keyword.Value.GetString()!), value, at, faults); break;
                case "allOf": foreach (var one in keyword.Value.EnumerateArray()) Check(root, one, value, at, faults); break;
                case "anyOf": if (Fitting(root, keyword.Value, value) == 0) faults.Add($"{at}: none of anyOf"); break;
                case "oneOf": if (Fitting(root, keyword.Value, value) != 1) faults.Add($"{at}: not one of oneOf"); break;
                case "type": if (!Types(keyword.Value).Any(type => Is(value, type))) faults.Add($"{at}: {value.ValueKind} is not {keyword.Value}"); break;
                case "enum": if (!keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value))) faults.Add($"{at}: {value} is not in the list"); break;
                case "required": if (value.ValueKind == JsonValueKind.Object) faults.AddRange(keyword.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}: {name} is missing")); break;
                case "properties":
                    if (value.ValueKind != JsonValueKind.Object) break;
                    foreach (var property in keyword.Value.EnumerateObject())
                        if (value.TryGetProperty(property.Name, out var member)) Check(root, property.Value, member, $"{at}/{property.Name}", faults);
                    break;
                case "items": if (value.ValueKind == JsonValueKind.Array) foreach (var (index, item) in value.EnumerateArray().Index()) Check(root, keyword.Value, item, $"{at}/{index}", faults); break;
                case "minItems": if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < keyword.Value.GetInt32()) faults.Add($"{at}: too few"); break;
                case "minLength": if (value.ValueKind == JsonValueKind.String && value.GetString()!.Length < keyword.Value.GetInt32()) faults.Add($"{at}: too short"); break;
                case "maxLength": if (value.ValueKind == JsonValueKind.String && value.GetString()!.Length > keyword.Value.GetInt32()) faults.Add($"{at}: too long"); break;
                case "minimum": if (value.ValueKind == JsonValueKind.Number && value.GetDecimal() < keyword.Value.GetDecimal()) faults.Add($"{at}: too small"); break;
                case "exclusiveMinimum": if (value.ValueKind == JsonValueKind.Number && value.GetDecimal() <= keyword.Value.GetDecimal()) faults.Add($"{at}: too small"); break;
                case "maximum": if (value.ValueKind == JsonValueKind.Number && value.GetDecimal() > keyword.Value.GetDecimal()) faults.Add($"{at}: too large"); break;
                case "$schema" or "$id" or "$defs" or "title" or "description" or "default" or "pattern" or "format": break;
                default: throw new NotSupportedException(keyword.Name);
            }
        }
    }

    private static int Fitting(JsonElement root, JsonElement schemas, JsonElement value) => schemas.EnumerateArray().Count(one =>
    {
        var faults = new List<string>();
        Check(root, one, value, "", faults);
        return faults.Count == 0;
    });

    private static JsonElement Target(JsonElement root, string reference) => reference[2..].Split('/').Aggregate(root, static (at, step) => at.GetProperty(step));

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(static one => one.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException(type),
    };
}
