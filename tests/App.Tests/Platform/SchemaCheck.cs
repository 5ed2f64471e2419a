using System.Text.Json.Nodes;

namespace ParisPact.Tests.Platform;

/// <summary>As much of JSON Schema as the API's description uses: types, members, items, enumerations, references, all-of and any-of.</summary>
internal sealed class SchemaCheck(JsonObject document)
{
    /// <summary>What in a value is not as its schema says, by its place; empty where all is.</summary>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode schema, string at = "$")
    {
        if (schema is not JsonObject rules) return [];
        var faults = new List<string>();
        if (rules["$ref"] is { } target) faults.AddRange(Faults(value, At(target.GetValue<string>()), at));
        foreach (var part in rules["allOf"]?.AsArray() ?? []) faults.AddRange(Faults(value, part!, at));
        if (rules["anyOf"] is JsonArray any && any.All(one => Faults(value, one!, at).Any())) faults.Add($"{at} is none of what it may be");
        if (rules["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value))) faults.Add($"{at} is {value?.ToJsonString() ?? "null"}");
        if (rules["type"] is { } type && !(type is JsonArray several ? several.Select(one => one!.GetValue<string>()) : [type.GetValue<string>()]).Any(one => Is(value, one))) faults.Add($"{at} is no {type}");
        if (value is JsonObject members)
        {
            foreach (var name in rules["required"]?.AsArray().Select(one => one!.GetValue<string>()) ?? [])
                if (!members.ContainsKey(name)) faults.Add($"{at}.{name} is missing");
            foreach (var (name, member) in members)
                if ((rules["properties"]?[name] ?? rules["additionalProperties"]) is { } rule) faults.AddRange(Faults(member, rule, $"{at}.{name}"));
        }

        if (value is JsonArray items && rules["items"] is { } each)
            foreach (var (place, item) in items.Index()) faults.AddRange(Faults(item, each, $"{at}[{place}]"));
        return faults;
    }

    /// <exception cref="InvalidOperationException">The reference leads nowhere.</exception>
    public JsonNode At(string reference) => reference.Split('/').Skip(1).Aggregate((JsonNode)document, (node, word) => node[word] ?? throw new InvalidOperationException($"{reference} leads nowhere."));

    private static bool Is(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "integer" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number && !value.ToJsonString().Contains('.', StringComparison.Ordinal),
        "number" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number,
        _ => false,
    };
}
