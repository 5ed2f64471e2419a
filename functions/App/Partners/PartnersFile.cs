using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Intake.Tables;
using Sylvan.Data.Csv;

namespace ParisPact.Functions.Partners;

/// <summary>
/// The directory as a file. JSON: a list of partners, or <c>{ "items": [ … ] }</c>, as <c>GET partners</c> gives it. CSV: one row for each
/// person, or one for a partner without people; the columns <see cref="Columns"/> in any order, several countries or themes in a cell
/// separated by blanks or semicolons; read in whatever encoding a spreadsheet program saves it.
/// </summary>
internal static class PartnersFile
{
    public static IReadOnlyList<string> Columns { get; } =
        ["id", "name", "kind", "countries", "person", "role", "mail", "person countries", "person themes", "identity", "duplicates"];

    private const int MostMistakes = 20;

    /// <returns>The drafts, or all that makes the file unreadable.</returns>
    public static (ImmutableArray<PartnerDraft> Drafts, ImmutableArray<FieldError> Mistakes) Read(byte[] file)
    {
        var text = TextEncoding.TextOf(file);
        return text.AsSpan().TrimStart() is ['[' or '{', ..] ? FromJson(text) : FromCsv(text);
    }

    public static string ToCsv(IEnumerable<Partner> partners)
    {
        var text = new StringBuilder();
        using (var writer = new StringWriter(text, CultureInfo.InvariantCulture))
        {
            Line(writer, Columns);
            foreach (var partner in partners)
            {
                string[] own = [partner.Id.Value, partner.Name, partner.Kind == PartnerKind.Country ? "country" : "organisation", string.Join(' ', partner.Countries)];
                if (partner.People.IsEmpty) Line(writer, [.. own, "", "", "", "", "", "", ""]);
                foreach (var person in partner.People)
                    Line(writer, [.. own, person.Name, RoleNames.Of(person.Role), person.Mail ?? "", string.Join(' ', person.Countries), string.Join(' ', person.Themes), person.Identity ?? "", person.Duplicates is { } choice ? DuplicateMailNames.Of(choice) : ""]);
            }
        }

        return text.ToString();
    }

    private static (ImmutableArray<PartnerDraft>, ImmutableArray<FieldError>) FromJson(string text)
    {
        try
        {
            var drafts = text.AsSpan().TrimStart()[0] == '['
                ? JsonSerializer.Deserialize<PartnerDraft?[]>(text, Platform.ContractJson.Options)
                : JsonSerializer.Deserialize<Wrapped>(text, Platform.ContractJson.Options)?.Items;
            return drafts is null
                ? Wrong("The file must hold a list of partners, or an object with the list as items.")
                : ([.. drafts.Select(draft => draft ?? new PartnerDraft(null, null, null, null, null))], []);
        }
        catch (JsonException mistake)
        {
            return Wrong($"The JSON cannot be read, in line {mistake.LineNumber + 1}: {mistake.Path ?? "it is not well formed"}.");
        }
    }

    private static (ImmutableArray<PartnerDraft>, ImmutableArray<FieldError>) FromCsv(string text)
    {
        try
        {
            using var reader = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { HeaderComparer = StringComparer.OrdinalIgnoreCase });
            var places = Columns.ToDictionary(name => name, name => Place(reader, name));
            var mistakes = Headers(reader, places);
            if (mistakes.Length > 0) return ([], mistakes);
            var partners = new Dictionary<string, (PartnerDraft Draft, List<PersonDraft?> People)>(StringComparer.OrdinalIgnoreCase);
            while (reader.Read())
            {
                var row = Columns.ToDictionary(name => name, name => places[name] is >= 0 and var at && at < reader.RowFieldCount ? SafeCell.Bare(reader.GetString(at).Trim()).ToString() : "");
                if (row.Values.All(cell => cell.Length == 0)) continue;
                if (!partners.TryGetValue(row["id"], out var partner))
                {
                    var people = new List<PersonDraft?>();
                    partners[row["id"]] = partner = (new PartnerDraft(row["id"], row["name"], row["kind"], Split(row["countries"]), people), people);
                }
                else
                {
                    mistakes = mistakes.AddRange(Differing(row, partner.Draft, reader.RowNumber));
                }

                if (row["person"].Length > 0 || row["mail"].Length > 0)
                    partner.People.Add(new PersonDraft(row["person"], row["role"], row["mail"], Split(row["person countries"]), Split(row["person themes"]), row["identity"], row["duplicates"]));
            }

            return mistakes.IsEmpty ? ([.. partners.Values.Select(partner => partner.Draft)], []) : ([], mistakes);
        }
        catch (Exception mistake) when (mistake is CsvFormatException or InvalidDataException or FormatException)
        {
            return Wrong($"The CSV cannot be read: {mistake.Message}");
        }
    }

    /// <summary>A column that nobody understands would be lost without a word, such as the mail addresses under another name.</summary>
    private static ImmutableArray<FieldError> Headers(CsvDataReader reader, Dictionary<string, int> places)
    {
        var missing = Columns.Take(3).Where(name => places[name] < 0).Select(name => new FieldError(name, $"The column '{name}' is missing."));
        var unknown = Enumerable.Range(0, reader.FieldCount).Select(at => reader.GetName(at).Trim())
            .Where(name => name.Length > 0 && !Columns.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Select(name => new FieldError(name.Length > 50 ? name[..50] : name, $"There is no such column. The columns are {string.Join(", ", Columns)}."));
        return [.. missing.Concat(unknown).Take(MostMistakes)];
    }

    /// <summary>Further rows of a partner may leave its own cells blank, and may not say otherwise.</summary>
    private static IEnumerable<FieldError> Differing(Dictionary<string, string> row, PartnerDraft draft, int number)
    {
        (string Column, string? First)[] own = [("name", draft.Name), ("kind", draft.Kind), ("countries", string.Join(' ', draft.Countries ?? []))];
        return own
            .Where(cell => row[cell.Column].Length > 0 && !string.Equals(string.Join(' ', Split(row[cell.Column])), string.Join(' ', Split(cell.First ?? "")), StringComparison.OrdinalIgnoreCase))
            .Select(cell => new FieldError($"row {number.ToString(CultureInfo.InvariantCulture)}", $"The {cell.Column} of '{draft.Id}' differs from the one in its first row."));
    }

    private static (ImmutableArray<PartnerDraft>, ImmutableArray<FieldError>) Wrong(string mistake) => ([], [new FieldError("file", mistake)]);

    private static int Place(CsvDataReader reader, string name)
    {
        for (var at = 0; at < reader.FieldCount; at++)
            if (string.Equals(reader.GetName(at).Trim(), name, StringComparison.OrdinalIgnoreCase)) return at;
        return -1;
    }

    private static string[] Split(string cell) => cell.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries);

    private static void Line(StringWriter writer, IEnumerable<string> cells) => writer.Write(string.Join(',', cells.Select(Platform.CsvCell.Of)) + "\r\n");

    private sealed record Wrapped(PartnerDraft?[]? Items);
}
