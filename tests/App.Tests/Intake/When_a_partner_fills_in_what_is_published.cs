using System.Text;
using System.Text.Json;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Tables;

namespace ParisPact.Tests.Intake;

[Collection(RunningAppTests.Name)]
public sealed class When_a_partner_fills_in_what_is_published(RunningApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Door.Blob)]
    [InlineData(Door.Request)]
    public async Task The_workbook_with_its_example_as_a_row_goes_through_without_a_word(Door door)
    {
        var partner = await app.NewPartnerAsync();
        using var filled = new MemoryStream();
        TemplateFiles.WriteXlsx(filled, example: true);
        var receipt = await app.SendThroughAsync(door, partner, "projects.xlsx", filled.ToArray());
        Assert.Equal((1, 0, 0, 0, 0), receipt.Counts());
        Assert.Empty(receipt.Problems());
        var stored = await app.ProjectAsync(partner, "SAMPLE-2024-001");
        Assert.Equal(60m, Assert.Single(stored!.Project.Places, place => place.Code?.Value == "TJ").Percentage);
    }

    [Fact]
    public async Task The_workbook_as_it_is_published_holds_no_project_that_somebody_might_leave_in()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        using var template = await client.GetAsync("api/templates/projects.xlsx", Stop);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", template.Content.Headers.ContentType?.MediaType);
        var receipt = await app.SendThroughAsync(Door.Request, partner, "projects.xlsx", await template.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal((0, 0, 0, 0, 0), receipt.Counts());
        Assert.Equal(["file.no-records fatal "], receipt.Problems());
    }

    [Fact]
    public async Task The_table_filled_in_goes_through_without_a_word()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var header = (await client.GetStringAsync("api/templates/projects.csv", Stop)).Trim('\uFEFF', '\r', '\n');
        var cells = new Dictionary<string, string>
        {
            ["Reference"] = "P-1",
            ["Title"] = "\"Sample, with a comma\"",
            ["Status"] = "Implementation",
            ["Planned start"] = "2026-01-01",
            ["Donor"] = "Japan",
            ["Country"] = "AF (60%); PK (40%)",
            ["Sector"] = "16063",
            ["Currency"] = "EUR",
            ["Budget"] = "1250000",
            ["Budget start"] = "2026-01-01",
            ["Budget end"] = "2026-12-31",
            ["Commitment"] = "500000",
            ["Commitment date"] = "2026-02-01",
        };
        var row = string.Join(',', header.Split(',').Select(column => cells.GetValueOrDefault(column, "")));
        var receipt = await app.SendAsync(client, "filled.csv", $"{header}\r\n{row}\r\n");
        Assert.Equal((1, 0, 0, 0, 0), receipt.Counts());
        Assert.Empty(receipt.Problems());
        var stored = await app.ProjectAsync(partner, "P-1");
        Assert.Equal([("EUR", 1_250_000m), ("EUR", 500_000m)], stored!.Project.Money.Select(line => (line.Currency, line.Amount)).OrderByDescending(line => line.Amount));
        // Saved by a program of a country that writes a decimal comma: semicolons, and a code page.
        var semicolons = $"{header.Replace(',', ';')}\r\n{row.Replace("\"Sample, with a comma\"", "Échantillon", StringComparison.Ordinal).Replace(',', ';')}\r\n";
        var again = await app.SendAsync(client, "filled.csv", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(semicolons));
        Assert.Equal((0, 1, 0, 0, 0), again.Counts());
        Assert.Equal("Échantillon", (await app.ProjectAsync(partner, "P-1"))?.Project.Title);
    }

    [Fact]
    public async Task The_empty_table_says_that_it_holds_no_project()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var receipt = await app.SendAsync(client, "empty.csv", await client.GetByteArrayAsync("api/templates/projects.csv", Stop));
        Assert.Equal(("refused", "file.no-records fatal "), (receipt.Text("state"), Assert.Single(receipt.Problems())));
        using var none = await client.GetAsync("api/templates/projects.docx", Stop);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task The_schema_is_one_and_its_references_lead_somewhere()
    {
        using var client = app.Client("analyst");
        using var answer = await client.GetAsync("api/schemas/project-file.json", Stop);
        Assert.Equal("application/schema+json", answer.Content.Headers.ContentType?.MediaType);
        using var schema = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.RootElement.Text("$schema"));
        foreach (var reference in References(schema.RootElement))
        {
            var found = schema.RootElement;
            Assert.StartsWith("#/", reference, StringComparison.Ordinal);
            foreach (var step in reference[2..].Split('/')) Assert.True(found.TryGetProperty(step, out found), reference);
        }
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("iati")]
    public async Task What_is_exported_can_be_sent_back_and_changes_nothing(string format)
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        // A table holds no languages: what came in IATI goes back as it was in IATI and JSON only.
        await app.SendThroughAsync(Door.Request, partner, "a", FileKinds.All[format is "json" or "iati" ? "iati" : "csv"]());
        await app.SendAsync(client, "b.csv", SampleFiles.Header + SampleFiles.Row("A/B #1", "\"Sample, \"\"quoted\"\" é ж\"", country: "AF-KAN"));
        byte[] export = [];
        await RunningApp.UntilAsync(
            async () =>
            {
                export = await client.GetByteArrayAsync($"api/projects?partner={partner}&format={format}", Stop);
                var list = await client.GetJsonAsync($"api/projects?partner={partner}");
                return list.GetProperty("items").GetArrayLength() == 3;
            },
            "the look-up shows the three projects");
        var receipt = await app.SendThroughAsync(Door.Request, partner, "export", export);
        Assert.True(receipt.Counts() == (0, 0, 3, 0, 0), $"{receipt.GetRawText()}");
        Assert.DoesNotContain(receipt.Problems(), problem => problem.Contains(" error ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_own_names_of_columns_are_kept_and_used_by_the_next_file()
    {
        var partner = await app.NewPartnerAsync("AF");
        using var client = app.Client("partner", partner.Value);
        const string File = "Projekt-Nr;Was wir tun;Wo genau;Interne Kostenstelle\nX-1;Beispiel;AF;4711\n";
        var before = await app.SendAsync(client, "ours.csv", File);
        Assert.Equal("refused", before.Text("state"));
        using var put = await client.PutAsync($"api/partners/{partner}/mapping", new StringContent("""{"Projekt-Nr":"Reference","was wir tun":"Title","Wo genau":"Country","Interne Kostenstelle":"-"}"""), Stop);
        Assert.Equal(System.Net.HttpStatusCode.OK, put.StatusCode);
        var receipt = await app.SendAsync(client, "ours.csv", File);
        Assert.Equal((1, 0, 0, 0, 0), receipt.Counts());
        Assert.Empty(receipt.Problems());
        var stored = await app.ProjectAsync(partner, "X-1");
        Assert.Equal(("Beispiel", "AF"), (stored!.Project.Title, Assert.Single(stored.Project.Places).Code?.Value));
        Assert.Contains("4711", JsonSerializer.Serialize(await client.GetJsonAsync($"api/projects/{partner}/{ProjectReference.From("X-1")!.Id}")), StringComparison.Ordinal);
        Assert.Equal("Title", (await client.GetJsonAsync($"api/partners/{partner}/mapping")).EnumerateObject().Single(member => member.Name.Equals("was wir tun", StringComparison.OrdinalIgnoreCase)).Value.GetString());

        using var bad = await client.PutAsync($"api/partners/{partner}/mapping", new StringContent("""{"A":"Titel der nichts ist","B":"also nothing","C":"Title"}"""), Stop);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, bad.StatusCode);
        foreach (var text in (string[])["", "{", "{\"A\":7}", "only one column\n"])
        {
            using var wrong = await client.PutAsync($"api/partners/{partner}/mapping", new StringContent(text), Stop);
            Assert.True(wrong.StatusCode == System.Net.HttpStatusCode.BadRequest, $"{text}: {wrong.StatusCode}");
        }

        using var csv = await client.PutAsync($"api/partners/{partner}/mapping", new ByteArrayContent(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Überschrift;Feld\nTätigkeit;Title\n")), Stop);
        Assert.Equal("Tätigkeit", Assert.Single((await client.GetJsonAsync($"api/partners/{partner}/mapping")).EnumerateObject()).Name);
        using var other = app.Client("partner", "somebody-else");
        using var forbidden = await other.PutAsync($"api/partners/{partner}/mapping", new StringContent("{}"), Stop);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var delete = await client.DeleteAsync($"api/partners/{partner}/mapping", Stop);
        Assert.Equal("refused", (await app.SendAsync(client, "ours.csv", File + "X-2;Beispiel;AF;4711\n")).Text("state"));
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
