using System.Text.Json;
using System.Text.Json.Serialization;

namespace ParisPact.Benchmarks.Matching;

/// <summary>What each column is, and nothing that could be tuned.</summary>
/// <param name="Id">The column that tells a record.</param>
/// <param name="Source">The column that says who reports a record; null where there is none.</param>
internal sealed record FieldsFile(string Id, string? Source, IReadOnlyList<FieldsFile.Field> Fields)
{
    public static readonly string[] Kinds = ["title", "text", "organisation", "person-name", "place", "category", "date", "start-date", "end-date", "amount", "currency", "identifier"];

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <param name="Kind">One of <see cref="Kinds"/>.</param>
    internal sealed record Field(string Column, string Kind);

    /// <exception cref="InvalidDataException">The file is not as it should be; the message says how.</exception>
    public static FieldsFile Read(string file)
    {
        try
        {
            var fields = JsonSerializer.Deserialize<FieldsFile>(File.ReadAllText(file), Reading);
            if (fields is not { Id.Length: > 0, Fields.Count: > 0 }) throw new InvalidDataException($"{file} needs \"id\" and \"fields\".");
            if (fields.Fields.FirstOrDefault(static field => !Kinds.Contains(field.Kind)) is { } unknown) throw new InvalidDataException($"{file}: there is no kind \"{unknown.Kind}\"; kinds are {string.Join(", ", Kinds)}.");
            return fields;
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{file} is no such JSON: {fault.Message}", fault);
        }
    }
}
