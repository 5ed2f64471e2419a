using System.Text;
using System.Text.Json.Nodes;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects.Lookup;

public sealed class When_the_register_is_looked_up(AzuriteServer azurite)
{
    [Fact]
    public async Task An_answer_holds_everything_that_was_acknowledged_before_it_was_asked_for()
    {
        var (register, lookup) = New();
        Assert.Empty(await lookup.TitlesAsync(""));
        for (var i = 1; i <= 5; i++)
        {
            await register.MergeAsync(Upload($"u{i}", i), Project($"P{i}", $"Title {i}"), Project("SAME", $"Changed {i}"));
            var titles = await lookup.TitlesAsync("");
            Assert.Equal(i + 1, titles.Count);
            Assert.Equal([$"Changed {i}", $"Title {i}"], titles[..2].Order());
        }

        await register.Register.WithdrawAsync(Partner, Reference("P1"), Hand(9), null, Stop);
        Assert.DoesNotContain("Title 1", await lookup.TitlesAsync(""));
        Assert.Equal("Title 1", (await lookup.TitlesAsync("withdrawn=true"))[0]);
    }

    [Fact]
    public async Task Filters_narrow_and_values_of_one_filter_widen()
    {
        var (_, lookup) = await FilledAsync();
        Assert.Equal(["Afghan posts", "Kandahar clinic"], (await lookup.TitlesAsync("location=AF")).Order());
        Assert.Equal(["Kandahar clinic"], await lookup.TitlesAsync("location=Kandahar"));
        Assert.Equal(3, (await lookup.TitlesAsync("location=AF&location=PK")).Count);
        Assert.Equal(["Afghan posts"], await lookup.TitlesAsync("location=AF,PK&donor=Sample%20Fund&status=implementation"));
        Assert.Equal(["Quetta laboratory"], await lookup.TitlesAsync("q=labor"));
        Assert.Equal(["Afghan posts"], await lookup.TitlesAsync("from=2027&q=posts"));
        Assert.Empty(await lookup.TitlesAsync("location=KZ"));
    }

    [Fact]
    public async Task Pages_follow_one_another_while_the_register_changes()
    {
        var (register, lookup) = New();
        await register.MergeAsync(Upload("u1", 1), [.. Enumerable.Range(0, 9).Select(i => Project($"P{i}", $"Title {i}"))]);
        var seen = new List<string>();
        var cursor = "";
        do
        {
            var page = TestLookup.Json(await lookup.ListAsync($"limit=2{cursor}"));
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["reference"]!.GetValue<string>()));
            await register.MergeAsync(Upload($"n{seen.Count}", 1 + seen.Count), Project($"NEW{seen.Count}"));
            cursor = page["next"] is { } next ? $"&cursor={next.GetValue<string>()}" : "";
        }
        while (cursor.Length > 0);
        Assert.Equal(Enumerable.Range(0, 9).Select(i => $"P{i}"), seen.Order());
    }

    [Fact]
    public async Task A_slip_is_answered_with_what_was_meant_and_not_with_nothing()
    {
        var (_, lookup) = await FilledAsync();
        var (status, body, type) = await lookup.ListAsync("location=Kandaharx&donor=Sampel%20Fund&thme=x&limit=0&cursor=!");
        Assert.Equal((400, "application/problem+json"), (status, type.Split(';')[0]));
        var errors = JsonNode.Parse(body)!["errors"]!.AsObject();
        Assert.Equal(["cursor", "donor", "limit", "location", "thme"], errors.Select(error => error.Key).Order());
        Assert.Contains("Kandahar (AF-KAN)", errors["location"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("x-sample-fund", errors["donor"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("theme", errors["thme"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facets_say_who_does_what_where_and_for_how_much()
    {
        var (_, lookup) = await FilledAsync();
        var facets = await lookup.FacetsAsync("location=AF");
        Assert.Equal(2, facets["total"]!.GetValue<int>());
        Assert.Equal(1_000m + 300m, facets["usd"]!.GetValue<decimal>());
        Assert.Equal("AFN", facets["unconverted"]![0]!["currency"]!.GetValue<string>());
        var places = facets["facets"]!["location"]!.AsArray().ToDictionary(place => place!["value"]!.GetValue<string>(), place => place!);
        Assert.Equal((2, 1_300m), (places["AF"]["count"]!.GetValue<int>(), places["AF"]["usd"]!.GetValue<decimal>()));
        Assert.Equal(("AF", "Kandahar"), (places["AF-KAN"]["within"]!.GetValue<string>(), places["AF-KAN"]["name"]!.GetValue<string>()));
        // What a second place would bring is counted too.
        Assert.Equal(2, places["PK"]["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_matrix_crosses_any_two_facets()
    {
        var (_, lookup) = await FilledAsync();
        var matrix = await lookup.MatrixAsync("rows=location&columns=donor&measure=usd");
        Assert.Equal(3, matrix["total"]!.GetValue<int>());
        var cell = Assert.Single(matrix["cells"]!.AsArray(), cell => cell!["row"]!.GetValue<string>() == "PK" && cell["column"]!.GetValue<string>() == "x-sample-fund")!;
        Assert.Equal((1, 1_000m, 1_000m), (cell["count"]!.GetValue<int>(), cell["usd"]!.GetValue<decimal>(), cell["amount"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task Exports_hold_all_matches_and_not_a_page()
    {
        var (register, lookup) = New();
        var projects = Enumerable.Range(0, 120).Select(i => Samples.Whole($"P{i}")).ToList();
        await register.MergeAsync(Upload("u1", 1), [.. projects]);
        var json = JsonNode.Parse((await lookup.ListAsync("format=json&limit=1")).Body)!["projects"]!.AsArray();
        Assert.Equal(projects.Select(project => project.Reference.AsWritten).Order(StringComparer.Ordinal), json.Select(project => project!["reference"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        var csv = Encoding.UTF8.GetString((await lookup.ListAsync("", "text/csv")).Body);
        Assert.Equal(120, csv.Split("sample-partner").Length - 1);
        var iati = Encoding.UTF8.GetString((await lookup.ListAsync("format=iati")).Body);
        Assert.Equal(120, iati.Split("<iati-activity ").Length - 1);
        Assert.Equal(406, (await lookup.ListAsync("format=pdf")).Status);
    }

    [Fact]
    public async Task An_export_of_nothing_is_an_empty_file_and_as_IATI_which_allows_none_not_found()
    {
        var (_, lookup) = await FilledAsync();
        var iati = await lookup.ListAsync("format=iati&q=nothing-is-called-so");
        Assert.Equal((404, "application/problem+json"), (iati.Status, iati.Type));
        Assert.Contains("No project matches", JsonNode.Parse(iati.Body)!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(TestLookup.Json(await lookup.ListAsync("format=json&q=nothing-is-called-so"))["projects"]!.AsArray());
        Assert.Equal(200, (await lookup.ListAsync("format=csv&q=nothing-is-called-so")).Status);
        Assert.Equal(200, (await lookup.ListAsync("format=xlsx&q=nothing-is-called-so")).Status);
    }

    [Fact]
    public async Task No_cell_of_an_export_is_a_formula()
    {
        var (register, lookup) = New();
        await register.MergeAsync(Upload("u1", 1), Project("=1+1", "=cmd|' /C calc'!A0") with { Descriptions = [new Description(1, [new Narrative("@SUM(A1)")])] });
        var csv = Encoding.UTF8.GetString((await lookup.ListAsync("format=csv")).Body);
        Assert.DoesNotContain(csv.Split('\n')[1].Split(','), cell => cell.TrimStart('"') is ['=' or '@', ..]);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var rows = ExcelDataReader.ExcelReaderFactory.CreateReader(new MemoryStream((await lookup.ListAsync("format=xlsx")).Body));
        Assert.True(rows.Read() && rows.GetString(0) == "Reference" && rows.Read());
        Assert.Equal(("'=1+1", "'=cmd|' /C calc'!A0", "'@SUM(A1)"), (rows.GetString(0), rows.GetString(1), rows.GetString(2)));
    }

    [Fact]
    public async Task One_project_says_where_it_comes_from_and_what_follows_from_it()
    {
        var (_, lookup) = await FilledAsync();
        var project = TestLookup.Json(await lookup.ShowAsync("A"));
        Assert.Equal("Afghan posts", project["titles"]![0]!["text"]!.GetValue<string>());
        Assert.Equal(("u1", 2), (project["register"]!["changed"]!["upload"]!.GetValue<string>(), project["register"]!["changed"]!["line"]!.GetValue<int>()));
        Assert.Equal(50m, project["register"]!["shares"]!["location"]![0]!["percentage"]!.GetValue<decimal>());
        Assert.Equal(1, TestLookup.Json(await lookup.HistoryAsync("A", "limit=1"))["items"]![0]!["version"]!.GetValue<int>());
        Assert.Equal(404, (await lookup.ShowAsync("NOT-THERE")).Status);
    }

    private (TestRegister Register, TestLookup Lookup) New()
    {
        var register = new TestRegister(azurite);
        return (register, new TestLookup(register));
    }

    private async Task<(TestRegister Register, TestLookup Lookup)> FilledAsync()
    {
        var (register, lookup) = New();
        Participation[] fund = [new(OrganisationRole.Funding, new OrganisationName("Sample Fund"))];
        await register.MergeAsync(
            Upload("u1", 1),
            Project("A", "Afghan posts") with
            {
                Status = ActivityStatus.Implementation,
                Places = [Place("AF"), Place("PK")],
                Organisations = [.. fund],
                Money = [new MoneyLine(MoneyKind.Budget, 2_000m, "USD")],
            },
            Project("K", "Kandahar clinic") with
            {
                Places = [Place("AF-KAN")],
                Dates = new ProjectDates(ActualEnd: new DateOnly(2025, 1, 1)),
                Money = [new MoneyLine(MoneyKind.Budget, 300m, "USD"), new MoneyLine(MoneyKind.Budget, 5_000m, "AFN")],
            },
            Project("Q", "Quetta laboratory") with { Places = [Place("PK")], Status = ActivityStatus.Closed, Organisations = [new(OrganisationRole.Funding, new OrganisationName("Other Fund"))] });
        return (register, lookup);

        static PlaceShare Place(string code) => new(PlaceCode.Parse(code), code);
    }
}
