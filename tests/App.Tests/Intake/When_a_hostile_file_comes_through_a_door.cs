using System.Text;

namespace ParisPact.Tests.Intake;

[Collection(RunningAppTests.Name)]
public sealed class When_a_hostile_file_comes_through_a_door(RunningApp app)
{
    public static TheoryData<string> Kinds => [.. HostileFiles.Refused.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Its_receipt_says_what_is_wrong_and_nothing_changes(string kind)
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        await app.SendAsync(client, "before.csv", SampleFiles.Csv(1));
        var before = await app.ProjectAsync(partner, "P-1");
        // The door changes from file to file, so that each door meets many.
        var door = (Door)(HostileFiles.Refused.Keys.Order(StringComparer.Ordinal).ToList().IndexOf(kind) % 3);
        var receipt = await app.SendThroughAsync(door, partner, "file", HostileFiles.Refused[kind]());
        var told = string.Join(" | ", receipt.GetProperty("problems").EnumerateArray().Select(problem => $"{problem.Text("rule")}: {problem.Text("message")}"));
        Assert.True(receipt.Text("state") == "refused", $"{receipt.Text("sentence")} {told}");
        Assert.Equal((0, 0, 0, 0, 0), receipt.Counts());
        Assert.Contains(receipt.GetProperty("problems").EnumerateArray(), problem => problem.Text("severity") == "fatal" && problem.Text("message").Length > 10);
        Assert.DoesNotContain("system.fault", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", told, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", told, StringComparison.Ordinal);
        var after = await app.ProjectAsync(partner, "P-1");
        Assert.Equal((before!.ETag, before.Project.Title), (after!.ETag, after.Project.Title));
        Assert.Equal(0, await app.PoisonedAsync());
        await app.NothingIsStagedAsync(receipt.Text("upload"));
    }

    [Theory]
    [InlineData("a title of 64 KB", 65_536)]
    [InlineData("a title of 900 KB", 900_000)]
    public async Task A_title_without_end_refuses_its_record_or_is_cut_and_no_other(string kind, int length)
    {
        var partner = await app.NewPartnerAsync();
        foreach (var (name, file) in new Dictionary<string, string>
        {
            ["csv"] = SampleFiles.Header + SampleFiles.Row("P-1", new string('t', length)) + SampleFiles.Row("P-2", "Good"),
            ["json"] = $$"""[{"reference":"P-1","title":"{{new string('t', length)}}"},{"reference":"P-2","title":"Good"}]""",
            ["xml"] = Iati.Reading.File(Iati.Reading.Activity(identifier: "<iati-identifier>P-1</iati-identifier>", title: $"<title><narrative>{new string('t', length)}</narrative></title>") + Iati.Reading.Activity(identifier: "<iati-identifier>P-2</iati-identifier>")),
        })
        {
            var receipt = await app.SendThroughAsync(Door.Blob, partner, $"{name}-{kind}.{name}", Encoding.UTF8.GetBytes(file));
            Assert.True(receipt.Text("state") == "done", $"{name}: {receipt.Text("sentence")} {string.Join(' ', receipt.Problems())}");
            Assert.NotNull(await app.ProjectAsync(partner, "P-2"));
            Assert.Contains(receipt.GetProperty("problems").EnumerateArray(), problem => problem.Text("reference") == "P-1" && problem.Text("message").Length < 1_000);
            Assert.True(receipt.GetRawText().Length < 100_000, $"{name}: the receipt has {receipt.GetRawText().Length} characters.");
        }

        Assert.Equal(0, await app.PoisonedAsync());
    }

    [Fact]
    public async Task Control_characters_do_not_reach_the_register()
    {
        var partner = await app.NewPartnerAsync();
        var csv = await app.SendThroughAsync(Door.Request, partner, "a.csv", Encoding.UTF8.GetBytes(SampleFiles.Header + SampleFiles.Row("P-1", "Bell\u0007 null\u0000 escape\u001B[31m end") + SampleFiles.Row("P\u0001-2", "Reference")));
        Assert.Equal("done", csv.Text("state"));
        var json = await app.SendThroughAsync(Door.Blob, partner, "b.json", Encoding.UTF8.GetBytes("""[{"reference":"P-3","title":"Bell\u0007 null\u0000 half \ud800 end"}]"""));
        Assert.DoesNotContain("system.fault", string.Join(' ', json.Problems()), StringComparison.Ordinal);
        foreach (var reference in (string[])["P-1", "P-2", "P-3"])
            if (await app.ProjectAsync(partner, reference) is { } stored) Assert.DoesNotContain(stored.Project.Title, letter => char.IsControl(letter) || char.IsSurrogate(letter));
        Assert.NotNull(await app.ProjectAsync(partner, "P-1"));
    }

    [Fact]
    public async Task Identifiers_of_any_letters_have_an_address()
    {
        var partner = await app.NewPartnerAsync();
        string[] references = ["XM/1\\2#3?4", "a%2Fb", "..", "../../x", "=cmd|' /C calc'!A0", "'; DROP TABLE Projects; --", "<b>&amp;", "Проект №1/2"];
        var activities = string.Concat(references.Select(reference => Iati.Reading.Activity(identifier: $"<iati-identifier>{System.Security.SecurityElement.Escape(reference)}</iati-identifier>")));
        var receipt = await app.SendThroughAsync(Door.Link, partner, "odd.xml", Encoding.UTF8.GetBytes(Iati.Reading.File(activities)));
        using var client = app.Client("partner", partner.Value);
        foreach (var record in receipt.GetProperty("records").EnumerateArray().Where(record => record.Text("outcome") == "created"))
        {
            var reference = Domain.Projects.ProjectReference.From(record.Text("reference"))!;
            var project = await client.GetJsonAsync($"api/projects/{partner}/{reference.Id}");
            Assert.Equal(record.Text("reference"), project.Text("reference"));
            await client.GetJsonAsync($"api/projects/{partner}/{reference.Id}/history");
        }

        Assert.Equal(references.Length, receipt.Counts().Created + receipt.Counts().Rejected);
        Assert.True(receipt.Counts().Created >= references.Length - 1, string.Join(' ', receipt.Problems()));
    }

    [Fact]
    public async Task Formulas_are_neutral_in_every_table_that_is_written()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var receipt = await app.SendThroughAsync(Door.Request, partner, "formulas.csv", Encoding.UTF8.GetBytes(SampleFiles.Header + SampleFiles.Row("=1+1", "=cmd|' /C calc'!A0") + SampleFiles.Row("@SUM(1)", "+1") + SampleFiles.Row("-2", "=HYPERLINK(1)") + SampleFiles.Row("=bad", "")));
        Assert.Equal((3, 0, 0, 1, 0), receipt.Counts());
        foreach (var address in (string[])[$"api/projects?partner={partner}&format=csv", $"api/uploads/{receipt.Text("upload")}?format=csv"])
        {
            var text = "";
            await RunningApp.UntilAsync(async () => (text = await client.GetStringAsync(address, TestContext.Current.CancellationToken)).Contains('=', StringComparison.Ordinal), $"{address} shows the projects");
            using var table = Sylvan.Data.Csv.CsvDataReader.Create(new StringReader(text));
            while (table.Read())
                for (var at = 0; at < table.RowFieldCount; at++)
                    Assert.False(table.GetString(at) is ['=' or '+' or '@' or '\t' or '\r' or '-', .. var rest] && !decimal.TryParse(rest, out _), $"{address}: {table.GetString(at)}");
        }
    }
}
