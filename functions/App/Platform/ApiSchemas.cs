using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using ParisPact.Functions.Intake.Json;
using ParisPact.Functions.Intake.Receipts;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Platform;

/// <summary>The JSON of the contract as JSON Schemas, made from the types that are written; a project as the schema of project files has it.</summary>
internal sealed class ApiSchemas
{
    private const string Components = "#/components/schemas/";

    private const string Definitions = "#/$defs/";

    private const string Project = "Project";

    /// <summary>As answers are written: numbers are numbers.</summary>
    private static readonly JsonSerializerOptions Written = Options();

    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    /// <summary>By name; what was asked for, and what that needs.</summary>
    public JsonObject All { get; } = new() { ["Problem"] = Problem() };

    /// <summary>A reference to the schema of a type, or of a page of them.</summary>
    public JsonObject Of(Type type, bool list)
    {
        var name = NameOf(type);
        if (!All.ContainsKey(name)) All[name] = Schema(type);
        if (!list) return Reference(name);
        var pages = $"PageOf{name}";
        if (!All.ContainsKey(pages))
            All[pages] = Object(("items", Many(Reference(name))), ("next", Next()));
        return Reference(pages);
    }

    public static JsonObject Reference(string name) => new() { ["$ref"] = Components + name };

    /// <summary>The definitions in the schema of project files, of which a project is one.</summary>
    public void AddProjects()
    {
        var definitions = JsonNode.Parse(JsonProjects.Schema())!["$defs"]!.AsObject();
        foreach (var (name, definition) in definitions)
            All[NameOf(name)] = Moved(definition!.DeepClone(), target => target.StartsWith(Definitions, StringComparison.Ordinal) ? Components + NameOf(target[Definitions.Length..]) : target);
        static string NameOf(string definition) => definition == "project" ? Project : Project + char.ToUpperInvariant(definition[0]) + definition[1..];
    }

    /// <summary>A schema in another place of the document, with its references led to where they point then.</summary>
    private static JsonNode Moved(JsonNode schema, Func<string, string> lead)
    {
        if (schema is JsonArray several)
        {
            foreach (var one in several.OfType<JsonNode>()) Moved(one, lead);
        }
        else if (schema is JsonObject members)
        {
            if (members["$ref"] is JsonValue target && target.TryGetValue<string>(out var text)) members["$ref"] = lead(text);
            foreach (var (_, member) in members.ToList())
                if (member is not null) Moved(member, lead);
        }

        return schema;
    }

    private static string NameOf(Type type) =>
        type == typeof(ProjectView) ? "RegisteredProject"
        : type == typeof(JsonProjects) ? Project
        : type == typeof(ReceiptJson) ? "WholeReceipt"
        : type == typeof(ProblemView) ? "FoundProblem"
        : type.Name.Replace("View", "", StringComparison.Ordinal);

    private JsonNode Schema(Type type)
    {
        if (type == typeof(ProjectView)) return Both(Reference(Project), Object(("register", Of(typeof(RegisterView), list: false))));
        if (type == typeof(ReceiptJson))
            return Both(Of(typeof(ReceiptView), list: false), Object(("problems", Many(Of(typeof(ProblemView), list: false))), ("records", Many(Of(typeof(RecordView), list: false))), ("next", Next())));
        // The exporter refers to what it has written before by its place in this one schema.
        return Moved(Written.GetJsonSchemaAsNode(type, Exporting), target => target.StartsWith(Components, StringComparison.Ordinal) ? target : $"{Components}{NameOf(type)}{target[1..]}");
    }

    private static JsonObject Both(JsonObject one, JsonObject other) => new() { ["allOf"] = new JsonArray(one, other) };

    private static JsonObject Many(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Next() => new() { ["type"] = new JsonArray("string", "null"), ["description"] = "The cursor of the next page; null at the end." };

    /// <summary>The one object without a type of ours that an answer holds is a project in the published shape.</summary>
    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema) =>
        context.TypeInfo.Type == typeof(JsonObject) ? Reference(Project) : schema;

    private static JsonObject Problem()
    {
        var problem = Object();
        problem["description"] = "RFC 9457 problem details; errors, where there are any, by the field that they concern.";
        problem["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string" },
            ["title"] = new JsonObject { ["type"] = "string" },
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["detail"] = new JsonObject { ["type"] = "string" },
            ["errors"] = new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
            },
        };
        problem["required"] = new JsonArray("title", "status");
        return problem;
    }

    private static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode Schema)> members)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var (name, schema) in members)
        {
            properties[name] = schema;
            required.Add(name);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required };
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(ContractJson.Options) { NumberHandling = JsonNumberHandling.Strict };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
