using System.Text;

namespace ParisPact.Tests.Intake;

[Collection(RunningAppTests.Name)]
public sealed class When_a_blob_has_an_odd_name(RunningApp app)
{
    public static TheoryData<string> Names =>
    [
        "with spaces  and  more.csv", "hash#and?query&x=1.csv", "back\\slash.csv", "percent%2Fencoded%20.csv", "plus+and'quote\".csv", "<script>alert(1)</script>.csv",
        "Отчёт за 2026 год.csv", "تقرير ۲۰۲۶.csv", "报告😀.csv", "deep/er/and/deeper/file.csv", "double//slash.csv", "trailing-dot.", "..csv", "no extension", "=cmd|calc.csv",
        new string('n', 900) + ".csv", string.Concat(Enumerable.Repeat("folder/", 100)) + "x.csv",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_taken_in_all_the_same(string name)
    {
        var partner = await app.NewPartnerAsync();
        await app.DropAsync($"{partner}/{name}", SampleFiles.Csv(1));
        var receipt = await app.NewestReceiptAsync(partner.Value);
        Assert.True(receipt.Counts() == (1, 0, 0, 0, 0), receipt.GetRawText());
        Assert.Equal(partner.Value, receipt.Text("partner"));
        Assert.InRange(receipt.Text("file").Length, 1, 120);
        using var client = app.Client("partner", partner.Value);
        var html = await client.GetStringAsync($"api/uploads/{receipt.Text("upload")}?format=html", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Equal(receipt.Text("upload"), (await app.ProjectAsync(partner, "P-1"))?.Origin.Upload);
        Assert.Equal(0, await app.PoisonedAsync());
        // It is seen once, however often one looks.
        await app.Host.TakeBlobs(TestContext.Current.CancellationToken);
        Assert.Single((await client.GetJsonAsync("api/uploads")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("../escaped/a.csv")]
    [InlineData("a/b/../../../c.csv")]
    [InlineData("./x.csv")]
    public async Task A_path_never_leads_to_another_partner_s_projects(string path)
    {
        var (mine, other) = (await app.NewPartnerAsync(), await app.NewPartnerAsync());
        // Asked for as a name at the two doors that make the blob's name themselves.
        using var client = app.Client("partner", mine.Value);
        foreach (var name in (string[])[path, $"../{other}/{path}", $"..\\..\\{other}\\a.csv", $"/{other}/a.csv", $"%2e%2e/{other}/a.csv"])
        {
            foreach (var door in (string[])["api/uploads", "api/uploads/links"])
            {
                using var answer = await client.PostAsync($"{door}?name={Uri.EscapeDataString(name)}", new ByteArrayContent(Encoding.UTF8.GetBytes(SampleFiles.Csv(1))), TestContext.Current.CancellationToken);
                Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
            }
        }

        Assert.Null(await app.ProjectAsync(other, "P-1"));
    }

    [Theory]
    [InlineData("Ünknown partner/a.csv")]
    [InlineData("-x-/a.csv")]
    [InlineData("=cmd|calc/a.csv")]
    [InlineData("uploads.csv")]
    [InlineData("<b>bold</b>/a.csv")]
    public async Task A_folder_that_is_no_partner_s_gets_a_receipt_that_the_secretariat_sees(string blob)
    {
        var mark = AzuriteServer.Prefix();
        var name = blob.Replace(".csv", $"{mark}.csv", StringComparison.Ordinal);
        await app.DropAsync(name, SampleFiles.Csv(1));
        using var client = app.Secretariat;
        var all = await client.GetJsonAsync("api/uploads?limit=100");
        var item = Assert.Single(all.GetProperty("items").EnumerateArray(), item => item.Text("file").Contains(mark, StringComparison.Ordinal));
        var receipt = await app.ReceiptAsync(item.Text("upload"));
        Assert.Equal("refused", receipt.Text("state"));
        Assert.Matches("^partner.(unknown|missing) fatal $", Assert.Single(receipt.Problems()));
        using var partner = app.Client("partner", "somebody-else");
        using var hidden = await partner.GetAsync($"api/uploads/{item.Text("upload")}", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(0, await app.PoisonedAsync());
    }

    [Fact]
    public async Task A_folder_in_other_letters_is_the_partner_s_all_the_same()
    {
        var partner = await app.NewPartnerAsync();
        await app.DropAsync($"{partner.Value.ToUpperInvariant()}/a.csv", SampleFiles.Csv(1));
        Assert.Equal((1, 0, 0, 0, 0), (await app.NewestReceiptAsync(partner.Value)).Counts());
    }

    [Fact]
    public async Task A_change_bears_the_time_at_which_its_file_was_seen()
    {
        var partner = await app.NewPartnerAsync();
        var before = TimeProvider.System.GetUtcNow();
        await app.DropAsync($"{partner}/a.csv", SampleFiles.Csv(1));
        var receipt = await app.NewestReceiptAsync(partner.Value);
        var upload = (await app.Get<Functions.Intake.UploadBook>().ReadAsync(receipt.Text("upload"), TestContext.Current.CancellationToken))!.Upload;
        var stored = await app.ProjectAsync(partner, "P-1");
        Assert.Equal((upload.SeenAt, upload.FileTime), (stored!.Origin.At, stored.Origin.FileTime));
        Assert.InRange(stored.Origin.At, before, TimeProvider.System.GetUtcNow());
    }
}
