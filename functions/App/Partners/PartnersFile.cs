using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ParisPact.Domain.Partners;
using Sylvan.Data.Csv;

namespace ParisPact.Functions.Partners;

/// <summary>
/// The directory as a file. JSON: a list of partners, or <c>{ "items": [ … ] }</c>, as <c>GET partners</c> gives it. CSV: one row for each
/// person, or one for a partner without people; the columns <see cref="Columns"/> in any order, several countries or themes in a cell
/// separated by blanks or semicolons.
/// </summary>
internal static class PartnersFile
{
    public static IReadOnlyList<string> Columns { get; } =
        ["id", "name", "kind", "countries", "person", "role", "mail", "person countries", "person themes", "identity"];

    /// <returns>The drafts, or what makes the file unreadable.</returns>
    public static (ImmutableArray<PartnerDraft> Drafts, string? Mistake) Read(byte[] file)
    {
        var start = file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        var text = Encoding.UTF8.GetString(file.AsSpan(start));
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
                if (partner.People.IsEmpty) Line(writer, [.. own, "", "", "", "", "", ""]);
                foreach (var person in partner.People)
                    Line(writer, [.. own, person.Name, RoleNames.Of(person.Role), person.Mail ?? "", string.Join(' ', person.Countries), string.Join(' ', person.Themes), person.Identity ?? ""]);
            }
        }

        return text.ToString();
    }

    private static (ImmutableArray<PartnerDraft>, string?) FromJson(string text)
    {
        try
        {
            var drafts = text.AsSpan().TrimStart()[0] == '['
                ? JsonSerializer.Deserialize<PartnerDraft?[]>(text, Platform.ContractJson.Options)
                : JsonSerializer.Deserialize<Wrapped>(text, Platform.ContractJson.Options)?.Items;
            return drafts is null
                ? ([], "The file must hold a list of partners, or an object with the list as items.")
                : ([.. drafts.Select(draft => draft ?? new PartnerDraft(null, null, null, null, null))], null);
        }
        catch (JsonException mistake)
        {
            return ([], $"The JSON cannot be read, in line {mistake.LineNumber + 1}: {mistake.Path ?? "it is not well formed"}.");
        }
    }

    private static (ImmutableArray<PartnerDraft>, string?) FromCsv(string text)
    {
        try
        {
            using var reader = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { HeaderComparer = StringComparer.OrdinalIgnoreCase });
            var places = Columns.ToDictionary(name => name, name => Place(reader, name));
            if (Columns.Take(3).FirstOrDefault(name => places[name] < 0) is { } missing) return ([], $"The column '{missing}' is missing. The columns are {string.Join(", ", Columns)}.");
            var partners = new Dictionary<string, (PartnerDraft Draft, List<PersonDraft?> People)>(StringComparer.OrdinalIgnoreCase);
            while (reader.Read())
            {
                var row = Columns.ToDictionary(name => name, name => places[name] is >= 0 and var at && at < reader.RowFieldCount ? reader.GetString(at).Trim() : "");
                if (row.Values.All(cell => cell.Length == 0)) continue;
                if (!partners.TryGetValue(row["id"], out var partner))
                {
                    var people = new List<PersonDraft?>();
                    partners[row["id"]] = partner = (new PartnerDraft(row["id"], row["name"], row["kind"], Split(row["countries"]), people), people);
                }

                if (row["person"].Length > 0 || row["mail"].Length > 0)
                    partner.People.Add(new PersonDraft(row["person"], row["role"], row["mail"], Split(row["person countries"]), Split(row["person themes"]), row["identity"]));
            }

            return ([.. partners.Values.Select(partner => partner.Draft)], null);
        }
        catch (Exception mistake) when (mistake is CsvFormatException or InvalidDataException or FormatException)
        {
            return ([], $"The CSV cannot be read: {mistake.Message}");
        }
    }

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
