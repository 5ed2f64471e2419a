using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Projects;

/// <summary>
/// The JSON form of a project, in storage and in the API alike: the members of <see cref="Project"/> in camelCase and in their order, codes of
/// enumerations as camelCase names (<c>implementation</c>, <c>plannedDisbursement</c>), dates as <c>yyyy-MM-dd</c>; what is empty or unknown is
/// left out. The same project gives the same bytes.
/// </summary>
internal static class ProjectJson
{
    /// <summary>Text beyond ASCII as it is: the JSON goes into storage and into <c>application/json</c> bodies, never into a page's script.</summary>
    private static readonly ProjectJsonContext Generated =
        new(new JsonSerializerOptions(ProjectJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>For writing and reading <see cref="Project"/> and <see cref="FieldChange"/>; others may chain its resolver behind their own.</summary>
    public static JsonSerializerOptions Options { get; } = Build();

    internal static JsonTypeInfo<ImmutableArray<FieldChange>> ChangesInfo => Generated.ImmutableArrayFieldChange;

    public static void Write(Utf8JsonWriter writer, Project project) =>
        JsonSerializer.Serialize(writer, ProjectDocument.Of(project), Generated.ProjectDocument);

    /// <exception cref="JsonException">No project.</exception>
    public static Project Read(ReadOnlySpan<byte> utf8)
    {
        var document = JsonSerializer.Deserialize(utf8, Generated.ProjectDocument) ?? throw new JsonException("null is no project.");
        return ToProject(document);
    }

    internal static Project ToProject(ProjectDocument document)
    {
        try
        {
            return document.ToProject();
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions(Generated.Options);
        options.Converters.Add(new ProjectConverter());
        // Behind the generated code, so that an answer that holds projects can be written with the same options.
        options.TypeInfoResolver = JsonTypeInfoResolver.Combine(Generated, new DefaultJsonTypeInfoResolver());
        options.MakeReadOnly();
        return options;
    }

    private sealed class ProjectConverter : JsonConverter<Project>
    {
        public override Project? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var document = JsonSerializer.Deserialize(ref reader, Generated.ProjectDocument);
            return document is null ? null : ToProject(document);
        }

        public override void Write(Utf8JsonWriter writer, Project value, JsonSerializerOptions options) => ProjectJson.Write(writer, value);
    }
}

/// <summary>Serialisation code made at build time: reading half a million projects must not go through reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(PlaceCodeConverter),
        typeof(CamelCaseEnumConverter<ActivityStatus>),
        typeof(CamelCaseEnumConverter<OrganisationRole>),
        typeof(CamelCaseEnumConverter<MoneyKind>),
        typeof(CamelCaseEnumConverter<Outcome>)])]
[JsonSerializable(typeof(ProjectDocument))]
[JsonSerializable(typeof(ImmutableArray<FieldChange>))]
internal sealed partial class ProjectJsonContext : JsonSerializerContext;

internal sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase)
    where TEnum : struct, Enum;

internal sealed class PlaceCodeConverter : JsonConverter<PlaceCode>
{
    public override PlaceCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlaceCode.TryParse(reader.GetString(), out var code) ? code : throw new JsonException("This is no place's code.");

    public override void Write(Utf8JsonWriter writer, PlaceCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
