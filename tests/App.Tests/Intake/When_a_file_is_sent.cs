using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ParisPact.Tests.Intake;

[Collection(RunningAppTests.Name)]
public sealed class When_a_file_is_sent(RunningApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_partner_sends_its_own()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value, name: "Partner's system");
        var receipt = await app.SendAsync(client, "projects.csv", SampleFiles.Csv(2));
        Assert.Equal((2, 0, 0, 0, 0), receipt.Counts());
        Assert.Equal("Partner's system", receipt.Text("by"));
        Assert.False(receipt.GetProperty("onBehalf").GetBoolean());
    }

    [Fact]
    public async Task A_focal_point_enters_for_a_partner_of_its_country_and_the_record_says_so()
    {
        var partner = await app.NewPartnerAsync("AF", "IR");
        using var client = app.Client("focal-point", country: "AF", name: "Focal point");
        var receipt = await app.SendAsync(client, "projects.csv", SampleFiles.Csv(1), $"&partner={partner}");
        Assert.True(receipt.GetProperty("onBehalf").GetBoolean());
        var stored = await app.ProjectAsync(partner, "P-1");
        Assert.True(stored?.Origin.OnBehalf);
        Assert.Equal("Focal point", stored?.Origin.By);
    }

    [Theory]
    [InlineData("focal-point", null, "KZ")]
    [InlineData("partner", "somebody-else", null)]
    public async Task Nobody_enters_for_others(string role, string? ownPartner, string? country)
    {
        var partner = await app.NewPartnerAsync("AF");
        using var client = app.Client(role, ownPartner, country);
        using var answer = await client.PostAsync($"api/uploads?name=a.csv&partner={partner}", new StringContent(SampleFiles.Csv(1)), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task An_upload_is_seen_by_its_partner_and_by_no_other()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var receipt = await app.SendAsync(client, "a.csv", SampleFiles.Csv(1));
        using var other = app.Client("partner", "somebody-else");
        using var answer = await other.GetAsync($"api/uploads/{receipt.Text("upload")}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var own = await client.GetJsonAsync("api/uploads");
        Assert.Equal([receipt.Text("upload")], own.GetProperty("items").EnumerateArray().Select(item => item.Text("upload")));
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_request_is_said_at_once()
    {
        using var client = app.Secretariat;
        using var answer = await client.PostAsync("api/uploads?mode=replace&dryRun=maybe&confirm=x&partner=!", new StringContent("x"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors");
        Assert.Equal(["confirm", "dryRun", "mode", "name", "partner"], errors.EnumerateObject().Select(error => error.Name).Order());
    }

    [Theory]
    [InlineData("../../etc/passwd.csv")]
    [InlineData("2026/projects.csv")]
    [InlineData("C:\\projects.csv")]
    [InlineData("..")]
    [InlineData(" . ")]
    public async Task A_name_with_folders_or_of_nothing_but_dots_is_refused_with_the_reason(string name)
    {
        using var client = app.Client("partner", (await app.NewPartnerAsync()).Value);
        foreach (var door in (string[])["api/uploads", "api/uploads/links"])
        {
            using var answer = await client.PostAsync($"{door}?name={Uri.EscapeDataString(name)}", new StringContent(SampleFiles.Csv(1)), Stop);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors");
            Assert.Contains("name=projects.xlsx", errors.GetProperty("name")[0].GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_path_that_a_form_gives_its_file_is_no_part_of_the_name_and_the_receipt_says_which_it_is()
    {
        using var client = app.Client("partner", (await app.NewPartnerAsync()).Value);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(SampleFiles.Csv(1))), "file", "C:\\Users\\somebody\\projects.csv" } };
        using var answer = await client.PostAsync("api/uploads", form, Stop);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("projects.csv", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("file"));
    }

    [Fact]
    public async Task For_a_partner_that_nobody_knows_it_is_refused_at_once()
    {
        using var client = app.Secretariat;
        using var answer = await client.PostAsync("api/uploads?name=a.csv&partner=nobody-knows", new StringContent(SampleFiles.Csv(1)), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors").TryGetProperty("partner", out _));
    }

    [Fact]
    public async Task It_may_be_the_file_of_a_form()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        using var form = new MultipartFormDataContent { { new StringContent("ignored"), "note" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(SampleFiles.Csv(1))), "file", "from form.csv" } };
        using var answer = await client.PostAsync("api/uploads", form, Stop);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var receipt = await app.ReceiptAsync((await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("upload"));
        Assert.Equal("from form.csv", receipt.Text("file"));
        Assert.Equal((1, 0, 0, 0, 0), receipt.Counts());
    }

    [Fact]
    public async Task A_form_with_several_files_is_refused_whole_since_an_upload_has_one_receipt()
    {
        using var client = app.Client("partner", (await app.NewPartnerAsync()).Value);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(SampleFiles.Csv(1))), "file", "a.csv" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(SampleFiles.Csv(1))), "file", "b.csv" } };
        using var answer = await client.PostAsync("api/uploads", form, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("several files", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty((await client.GetJsonAsync("api/uploads")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_blob_s_own_event_takes_it_in_no_second_time()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        await app.SendAsync(client, "a.csv", SampleFiles.Csv(1));
        await app.Host.TakeBlobs(Stop);
        var own = await client.GetJsonAsync("api/uploads");
        Assert.Single(own.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_receipt_is_a_page_and_a_table_too()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var receipt = await app.SendAsync(client, "a.csv", SampleFiles.Header + SampleFiles.Row("P-1", "<script>alert(1)</script>") + SampleFiles.Row("=cmd|' /C calc'!A0", ""));
        using var page = await client.GetAsync($"api/uploads/{receipt.Text("upload")}?format=html", Stop);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var html = await page.Content.ReadAsStringAsync(Stop);
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/uploads/{receipt.Text("upload")}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var table = await client.SendAsync(request, Stop);
        var lines = (await table.Content.ReadAsStringAsync(Stop)).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("sheet,line,column,path,reference,rule,severity,message,suggestion", lines[0]);
        Assert.Contains(lines, line => line.StartsWith(",3,", StringComparison.Ordinal) && line.Contains(",'=cmd|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_records_come_in_pages_in_the_order_of_the_file()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var first = await app.SendAsync(client, "many.csv", SampleFiles.Csv(2_300));
        Assert.Equal((2_300, 0, 0, 0, 0), first.Counts());
        var references = new List<string>();
        JsonElement page = first;
        while (true)
        {
            references.AddRange(page.GetProperty("records").EnumerateArray().Select(record => record.Text("reference")));
            if (page.GetProperty("next").GetString() is not { } next) break;
            page = await client.GetJsonAsync($"api/uploads/{first.Text("upload")}?cursor={next}");
        }

        Assert.Equal(Enumerable.Range(1, 2_300).Select(number => $"P-{number}"), references);
        Assert.Equal(1_000, first.GetProperty("records").GetArrayLength());
    }
}
