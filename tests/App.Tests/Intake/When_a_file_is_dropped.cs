namespace ParisPact.Tests.Intake;

[Collection(RunningAppTests.Name)]
public sealed class When_a_file_is_dropped(RunningApp app)
{
    [Fact]
    public async Task Its_projects_are_in_the_register_and_its_receipt_says_so()
    {
        var partner = await app.NewPartnerAsync("AF");
        await app.DropAsync($"{partner}/2026/projects.csv", SampleFiles.Csv(3));
        var receipt = await app.NewestReceiptAsync(partner.Value);
        Assert.Equal("done", receipt.Text("state"));
        Assert.Equal("From projects.csv, 3 projects were added. Nothing was deleted.", receipt.Text("sentence"));
        Assert.Equal("csv", receipt.Text("format"));
        Assert.Equal((3, 0, 0, 0, 0), receipt.Counts());
        Assert.Equal(["P-1 created 2", "P-2 created 3", "P-3 created 4"], receipt.Records());
        Assert.Empty(receipt.Problems());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, receipt.GetProperty("next").ValueKind);
        var stored = await app.ProjectAsync(partner, "p-2");
        Assert.Equal("Sample project 2", stored?.Project.Title);
        Assert.Equal(receipt.Text("upload"), stored?.Origin.Upload);
        Assert.Equal(3, stored?.Line);
        Assert.Empty(await app.StagedAsync(receipt.Text("upload")));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_says_so()
    {
        var partner = await app.NewPartnerAsync();
        await app.DropAsync($"{partner}/projects.csv", SampleFiles.Csv(2));
        var first = await app.NewestReceiptAsync(partner.Value);
        await app.DropAsync($"{partner}/projects.csv", SampleFiles.Csv(2));
        var second = await app.NewestReceiptAsync(partner.Value);
        Assert.NotEqual(first.Text("upload"), second.Text("upload"));
        Assert.Equal("projects.csv changed nothing: all 2 projects already stand in the register as the file says. Nothing was deleted.", second.Text("sentence"));
        Assert.Equal(1, (await app.ProjectAsync(partner, "P-1"))?.Version);
    }

    [Fact]
    public async Task A_changed_file_says_which_fields_changed()
    {
        var partner = await app.NewPartnerAsync();
        await app.DropAsync($"{partner}/a.csv", SampleFiles.Header + SampleFiles.Row("P-1", "Before"));
        await app.DropAsync($"{partner}/b.csv", SampleFiles.Header + SampleFiles.Row(" p-1 ", "After", "Closed"));
        var receipt = await app.NewestReceiptAsync(partner.Value);
        Assert.Equal((0, 1, 0, 0, 0), receipt.Counts());
        var changes = receipt.GetProperty("records")[0].GetProperty("changes").EnumerateArray().ToDictionary(change => change.Text("field"));
        Assert.Equal("Before", changes["title"].Text("from"));
        Assert.Equal("After", changes["title"].Text("to"));
        Assert.True(changes.ContainsKey("status"));
    }

    [Fact]
    public async Task What_a_file_leaves_out_stays()
    {
        var partner = await app.NewPartnerAsync();
        await app.DropAsync($"{partner}/a.csv", SampleFiles.Csv(3));
        await app.DropAsync($"{partner}/b.csv", SampleFiles.Csv(1, first: 3));
        Assert.False((await app.ProjectAsync(partner, "P-1"))?.Withdrawn);
    }

    [Fact]
    public async Task A_record_that_is_wrong_is_refused_and_no_other()
    {
        var partner = await app.NewPartnerAsync();
        await app.DropAsync($"{partner}/a.csv", SampleFiles.Header + SampleFiles.Row("P-1", "One") + SampleFiles.Row("P-2", "") + SampleFiles.Row("P-3", "Three"));
        var receipt = await app.NewestReceiptAsync(partner.Value);
        Assert.Equal((2, 0, 0, 1, 0), receipt.Counts());
        Assert.Equal(["P-1 created 2", "P-2 rejected 3", "P-3 created 4"], receipt.Records());
        var problem = Assert.Single(receipt.GetProperty("problems").EnumerateArray(), problem => problem.Text("severity") == "error");
        Assert.Equal(3, problem.GetProperty("line").GetInt32());
        Assert.Equal("P-2", problem.Text("reference"));
    }

    [Fact]
    public async Task A_reference_that_stands_twice_counts_once_and_the_second_is_refused_on_its_line()
    {
        var partner = await app.NewPartnerAsync();
        await app.DropAsync($"{partner}/a.csv", SampleFiles.Header + SampleFiles.Row("P-1", "First") + SampleFiles.Row("P-2", "Other") + SampleFiles.Row(" p-1 ", "Second"));
        var receipt = await app.NewestReceiptAsync(partner.Value);
        Assert.Equal((2, 0, 0, 1, 0), receipt.Counts());
        Assert.Contains("reference.repeated error 4", receipt.Problems());
        Assert.Equal("First", (await app.ProjectAsync(partner, "P-1"))?.Project.Title);
    }

    [Fact]
    public async Task A_folder_that_is_no_partner_gets_a_receipt_that_says_so()
    {
        await app.DropAsync("nobody-here/a.csv", SampleFiles.Csv(1));
        var receipt = await app.NewestReceiptAsync("nobody-here");
        Assert.Equal("refused", receipt.Text("state"));
        Assert.Equal(["partner.unknown fatal "], receipt.Problems());
    }

    [Theory]
    [InlineData("no-folder.csv")]
    [InlineData("Not a partner!/a.csv")]
    public async Task So_does_a_file_outside_of_every_partner_s_folder(string blob)
    {
        await app.DropAsync(blob, SampleFiles.Csv(1));
        using var client = app.Secretariat;
        var all = await client.GetJsonAsync("api/uploads?limit=200");
        var receipt = Assert.Single(all.GetProperty("items").EnumerateArray(), item => item.Text("file") == FileNameOf(blob) && item.Text("partner") == FolderOf(blob));
        Assert.Equal("refused", receipt.Text("state"));
        static string FileNameOf(string blob) => blob[(blob.IndexOf('/', StringComparison.Ordinal) + 1)..];
        static string FolderOf(string blob) => blob.Contains('/', StringComparison.Ordinal) ? blob[..blob.IndexOf('/', StringComparison.Ordinal)] : "";
    }
}
