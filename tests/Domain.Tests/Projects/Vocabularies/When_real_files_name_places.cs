using System.Text.Json;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

/// <summary>Facts measured on files that others wrote; skipped where the folder <c>shared</c> does not stand beside the repository.</summary>
public sealed class When_real_files_name_places
{
    [Fact]
    public void All_but_three_spellings_of_provinces_in_the_seizure_reports_are_found()
    {
        var unknown = Lines("trends/unodc_ids_seizures_AF-PK-IR-CA_2011-2016.csv")
            .Skip(1)
            .Select(line => line.Split(';'))
            .Where(cells => cells[3].Length > 0)
            .Select(cells => (Country: cells[2], Division: cells[3]))
            .Distinct()
            .Where(place => !Found(place.Division, place.Country))
            .Select(place => place.Division);

        // A region of another country than the record's, a directorate, and no place at all.
        Assert.Equal(["North", "Various Places", "Красноярский край РФ"], unknown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_country_in_the_seizure_reports_is_found() =>
        Assert.All(
            Lines("trends/unodc_ids_seizures_AF-PK-IR-CA_2011-2016.csv").Skip(1).Select(line => line.Split(';')[2]).Distinct(),
            country => Assert.True(Places.Find(country).TryGet(out _), country));

    [Fact]
    public void Every_province_of_the_opium_surveys_is_found()
    {
        var provinces = Directory.EnumerateFiles(Folder("trends"), "opium_district_*.csv")
            .SelectMany(file => File.ReadLines(file).Skip(1))
            .Select(line => line.Split(',')[0].Trim())
            .Where(province => province.Length > 0 && !province.Contains("Total", StringComparison.Ordinal))
            .Distinct()
            .ToList();

        Assert.True(provinces.Count >= 30);
        Assert.All(provinces, province => Assert.True(Found(province, "Afghanistan"), province));
    }

    [Fact]
    public void Names_and_p_codes_of_ochas_first_level_mean_the_same_place_but_for_shared_names_and_federal_districts()
    {
        var different = Lines("geo/ocha_pcodes_priority_countries.csv")
            .Skip(1)
            .Select(line => line.Split(','))
            .Where(cells => cells[1] == "1")
            .Where(cells => !(Places.Find(cells[2]).TryGet(out var byCode) && Places.Find(cells[3], byCode.Country).TryGet(out var byName) && byCode == byName))
            .Select(cells => cells[3])
            .Where(name => !name.Contains("ederal", StringComparison.Ordinal));

        Assert.Equal(["Almaty", "Osh", "Tashkent"], different.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_of_iso_3166_2_mean_their_code_but_for_shared_names()
    {
        var different = Lines("geo/iso3166-2_priority_countries.csv")
            .Skip(1)
            .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(','))
            .Select(cells => (Code: cells[1], Name: string.Join(',', cells[2..^2])))
            .Where(place => !(Places.Find(place.Name, PlaceCode.Parse(place.Code).Country).TryGet(out var found) && found.Value == place.Code))
            .Select(place => place.Name);

        Assert.Equal(["Almaty", "Osh", "Toshkent", "Toshkent"], different.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Four_of_five_mentions_of_organisations_in_a_register_of_eight_donors_are_found()
    {
        var mentions = RegisterOrganisations().ToList();
        var found = mentions.Count(mention => Organisations.Find(mention.Reference, mention.Name).TryGet(out _));

        Assert.InRange((double)found / mentions.Count, 0.8, 1.0);
    }

    [Fact]
    public void The_monthly_rates_are_those_of_the_imf()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder("fx"), "imf_currency_monthlyaverage.json")));
        var sdr = file.RootElement.EnumerateArray()
            .Where(rate => rate.GetProperty("year").GetInt32() >= 2003)
            .ToDictionary(
                rate => (Currency.Parse(rate.GetProperty("currency_id").GetString()!), rate.GetProperty("year").GetInt32(), rate.GetProperty("month").GetInt32()),
                rate => rate.GetProperty("value").GetDecimal());

        Assert.Equal(sdr.Count(rate => rate.Key.Item1 != Currency.Usd), MonthlyRates.Imf.All.Count());
        Assert.All(sdr, rate =>
        {
            var (currency, year, month) = rate.Key;
            var expected = rate.Value / sdr[(Currency.Usd, year, month)];
            Assert.InRange(MonthlyRates.Imf.UsdPerUnit(currency, year, month)!.Value / expected, 0.999999m, 1.000001m);
        });
    }

    private static IEnumerable<(string? Reference, string? Name)> RegisterOrganisations()
    {
        var rows = SeparatedValues.Read(Path.Combine(Folder("sheets"), "SDG_IATI_extract_paris-pact-priority-countries.csv"));
        var header = rows[0];
        foreach (var role in new[] { "Accountable", "Funding", "Extending", "Implementing" })
        {
            var (name, reference) = (header.IndexOf($"participating-org ({role})"), header.IndexOf($"participating-org-ref ({role})"));
            foreach (var row in rows.Skip(1).Where(row => row.Count == header.Count && row[name].Length + row[reference].Length > 0))
                yield return (row[reference], row[name]);
        }
    }

    private static bool Found(string division, string country) =>
        Places.Find(country).TryGet(out var within) && Places.Find(division, within).TryGet(out _);

    private static IEnumerable<string> Lines(string path) => File.ReadLines(Path.Combine(Folder(Path.GetDirectoryName(path)!), Path.GetFileName(path)));

    private static string Folder(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var data = Path.Combine(at.FullName, "..", "shared", "data", name);
            if (File.Exists(Path.Combine(at.FullName, "ParisPact.Functions.sln")) && Directory.Exists(data))
                return data;
        }

        Assert.Skip($"The folder ../shared/data/{name} is not beside the repository.");
        return "";
    }
}
