using System.Collections.Immutable;
using System.Text.Json;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Intake.Tables;
using Sylvan.Data.Csv;

namespace ParisPact.Functions.Intake;

/// <summary>
/// A partner's own names of columns as a file: JSON <c>{ "header as written": "field" }</c>, or CSV with a header row and the two columns.
/// A field is any name of a column that we understand, best one of the template; <c>-</c> keeps the column with the project without a word.
/// </summary>
internal static class MappingFile
{
    public const int MostColumns = 500;
    private const int LongestName = 200;

    /// <summary>The mapping, or all that is wrong with it.</summary>
    public static (IReadOnlyDictionary<string, string>? Columns, ImmutableArray<FieldError> Errors) Read(byte[] file)
    {
        var text = TextEncoding.TextOf(file);
        var (pairs, mistake) = text.AsSpan().TrimStart() is ['{', ..] ? FromJson(text) : FromCsv(text);
        if (mistake is not null) return (null, [new("file", mistake)]);
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        foreach (var (header, field) in pairs)
        {
            var name = Excerpt.Of(header);
            if (header.Length is 0 or > LongestName) errors.Add(new(name, $"A header has 1 to {LongestName} characters."));
            else if (!columns.TryAdd(header, field)) errors.Add(new(name, "The header stands here twice."));
            if (field is not ("" or "-") && HeaderNames.Find(field) is null)
                errors.Add(new(name, $"'{Excerpt.Of(field)}' is no field that we know.{(HeaderNames.Nearest(field) is { } near ? $" Did you mean '{near}'?" : "")}"));
        }

        if (columns.Count > MostColumns) errors.Add(new("file", $"A mapping has at most {MostColumns} columns."));
        return errors.Count > 0 ? (null, errors.ToImmutable()) : (columns, []);
    }

    private static (List<(string Header, string Field)> Pairs, string? Mistake) FromJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var pairs = new List<(string, string)>();
            foreach (var member in json.RootElement.EnumerateObject())
            {
                if (member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)) return ([], $"'{Excerpt.Of(member.Name)}' must have text as its value.");
                pairs.Add((member.Name.Trim(), member.Value.GetString()?.Trim() ?? ""));
            }

            return (pairs, null);
        }
        catch (JsonException mistake)
        {
            return ([], $"The JSON is not well formed, in line {mistake.LineNumber + 1}.");
        }
    }

    private static (List<(string Header, string Field)> Pairs, string? Mistake) FromCsv(string text)
    {
        try
        {
            using var reader = CsvDataReader.Create(new StringReader(text));
            if (reader.FieldCount < 2) return ([], "The file must have two columns: the header as you write it, and the field that it means.");
            var pairs = new List<(string, string)>();
            while (reader.Read())
                if (reader.RowFieldCount >= 2 && reader.GetString(0).Trim() is { Length: > 0 } header) pairs.Add((header, reader.GetString(1).Trim()));
            return (pairs, null);
        }
        catch (Exception mistake) when (mistake is CsvFormatException or InvalidDataException or FormatException)
        {
            return ([], $"The CSV cannot be read: {mistake.Message}");
        }
    }
}
