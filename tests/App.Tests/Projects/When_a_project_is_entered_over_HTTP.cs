using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Tests.Intake;

namespace ParisPact.Tests.Projects;

[Collection(RunningAppTests.Name)]
public sealed class When_a_project_is_entered_over_HTTP(RunningApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_created_once_and_changed_by_whoever_saw_it_last()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value, name: "Desk officer");
        using var created = await PutAsync(client, partner, "P/1", "First", ifNoneMatch: "*");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(Address(partner, "P/1"), created.Headers.Location?.OriginalString.TrimStart('/'));
        using var twice = await PutAsync(client, partner, "P/1", "Second", ifNoneMatch: "*");
        Assert.Equal(HttpStatusCode.PreconditionFailed, twice.StatusCode);
        var tag = created.Headers.ETag!.ToString();
        Assert.Equal(tag, twice.Headers.ETag?.ToString());
        using var changed = await PutAsync(client, partner, "P/1", "Second", tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var change = Assert.Single((await changed.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("changes").EnumerateArray());
        Assert.Equal(("title", "First", "Second"), (change.Text("field"), change.Text("from"), change.Text("to")));
        using var stale = await PutAsync(client, partner, "P/1", "Third", tag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Contains("version 2", (await stale.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("detail"), StringComparison.Ordinal);
        using var same = await PutAsync(client, partner, "P/1", "Second", changed.Headers.ETag!.ToString());
        Assert.Equal((HttpStatusCode.OK, changed.Headers.ETag), (same.StatusCode, same.Headers.ETag));
        var stored = await app.ProjectAsync(partner, "P/1");
        Assert.Equal((2, "Second", "Desk officer", false), (stored!.Version, stored.Project.Title, stored.Origin.By, stored.Origin.OnBehalf));
    }

    [Fact]
    public async Task Without_a_word_about_the_version_nothing_is_written()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        using var silent = await PutAsync(client, partner, "P-1", "First");
        Assert.Equal(HttpStatusCode.PreconditionRequired, silent.StatusCode);
        Assert.Null(await app.ProjectAsync(partner, "P-1"));
        using var created = await PutAsync(client, partner, "P-1", "First", ifNoneMatch: "*");
        foreach (var tag in (string[])["not a tag at all", "\"a\", \"b\"", "\"", "W/\"0\""])
        {
            using var answer = await PutAsync(client, partner, "P-1", "Other", tag);
            Assert.True(answer.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.BadRequest, $"{tag}: {answer.StatusCode}");
        }

        using var missing = await PutAsync(client, partner, "P-2", "Other", created.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.PreconditionFailed, missing.StatusCode);
        Assert.Equal("First", (await app.ProjectAsync(partner, "P-1"))?.Project.Title);
    }

    [Fact]
    public async Task Two_who_write_at_once_do_not_undo_each_other()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        using var created = await PutAsync(client, partner, "P-1", "First", ifNoneMatch: "*");
        var tag = created.Headers.ETag!.ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => PutAsync(client, partner, "P-1", $"By {number}", tag)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
        Assert.Equal(2, (await app.ProjectAsync(partner, "P-1"))?.Version);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task All_that_is_wrong_with_it_is_said_at_once()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        using var bad = await SendAsync(client, HttpMethod.Put, Address(partner, "P-1"), """{"reference":"P-1","status":"someday","places":["XX-1"],"money":[{"kind":"gift","amount":"a lot","currency":"ZZZ"}]}""", ifNoneMatch: "*");
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.InRange((await bad.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors").EnumerateObject().Count(), 3, 20);
        using var other = await PutAsync(client, partner, "P-1", "Title", ifNoneMatch: "*", reference: "P-2");
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        foreach (var text in (string[])["", "null", "[]", "{", "\"P-1\"", "{\"reference\":\"P-1\"}"])
        {
            using var answer = await SendAsync(client, HttpMethod.Put, Address(partner, "P-1"), text, ifNoneMatch: "*");
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{text}: {answer.StatusCode}");
        }

        using var large = await SendAsync(client, HttpMethod.Put, Address(partner, "P-1"), $$"""{"reference":"P-1","title":"{{new string('x', 1_100_000)}}"}""", ifNoneMatch: "*");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var nowhere = await SendAsync(client, HttpMethod.Put, $"api/projects/{partner}/not*base64", "{}", ifNoneMatch: "*");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        Assert.Null(await app.ProjectAsync(partner, "P-1"));
    }

    [Fact]
    public async Task Withdrawing_keeps_it_and_entering_it_again_brings_it_back()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        using var created = await PutAsync(client, partner, "P-1", "First", ifNoneMatch: "*");
        using var stale = await SendAsync(client, HttpMethod.Delete, Address(partner, "P-1"), null, "\"older\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        using var withdrawn = await SendAsync(client, HttpMethod.Delete, $"{Address(partner, "P-1")}?reason=Ended%20early", null, created.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        var stored = await app.ProjectAsync(partner, "P-1");
        Assert.Equal((true, "Ended early"), (stored!.Withdrawn, stored.Origin.Reason));
        var shown = await client.GetJsonAsync(Address(partner, "P-1"));
        Assert.True(shown.GetProperty("register").GetProperty("withdrawn").GetBoolean());
        using var again = await SendAsync(client, HttpMethod.Delete, Address(partner, "P-1"), null);
        Assert.Equal((HttpStatusCode.OK, 2), (again.StatusCode, (await app.ProjectAsync(partner, "P-1"))!.Version));
        using var back = await PutAsync(client, partner, "P-1", "First", withdrawn.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.False((await app.ProjectAsync(partner, "P-1"))!.Withdrawn);
        var history = await client.GetJsonAsync($"{Address(partner, "P-1")}/history");
        Assert.Equal([3, 2, 1], history.GetProperty("items").EnumerateArray().Select(version => version.GetProperty("version").GetInt32()));
        using var none = await SendAsync(client, HttpMethod.Delete, Address(partner, "P-9"), null);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_new_reference_takes_its_history_along_and_the_old_one_leads_to_it()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        await app.SendAsync(client, "a.csv", SampleFiles.Csv(2));
        using var renamed = await SendAsync(client, HttpMethod.Post, $"{Address(partner, "P-1")}/rename", """{"reference":"NEW 1"}""");
        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);
        foreach (var reference in (string[])["P-1", "NEW 1"])
        {
            Assert.Equal("NEW 1", (await client.GetJsonAsync(Address(partner, reference))).Text("reference"));
            Assert.Equal(2, (await client.GetJsonAsync($"{Address(partner, reference)}/history")).GetProperty("items").GetArrayLength());
        }

        // A file that still says the old reference means the same project.
        var receipt = await app.SendAsync(client, "b.csv", SampleFiles.Csv(1));
        Assert.Equal((0, 0, 1, 0, 0), receipt.Counts());
        Assert.Contains("reference.renamed warning 2", receipt.Problems());
        using var taken = await SendAsync(client, HttpMethod.Post, $"{Address(partner, "P-2")}/rename", """{"reference":"new 1"}""");
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        using var empty = await SendAsync(client, HttpMethod.Post, $"{Address(partner, "P-2")}/rename", """{"reference":" "}""");
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using var nothing = await SendAsync(client, HttpMethod.Post, $"{Address(partner, "P-9")}/rename", """{"reference":"Q"}""");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Theory]
    [InlineData("secretariat", null)]
    [InlineData("focal-point", "IR")]
    public async Task Who_enters_it_on_a_partner_s_behalf_is_in_the_record(string role, string? country)
    {
        var partner = await app.NewPartnerAsync("AF", "IR");
        using var client = app.Client(role, country: country, name: "Somebody else");
        using var created = await PutAsync(client, partner, "P-1", "First", ifNoneMatch: "*");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var stored = await app.ProjectAsync(partner, "P-1");
        Assert.Equal((true, "Somebody else"), (stored!.Origin.OnBehalf, stored.Origin.By));
        var version = Assert.Single((await client.GetJsonAsync($"{Address(partner, "P-1")}/history")).GetProperty("items").EnumerateArray());
        Assert.Contains("\"onBehalf\":true", version.GetRawText().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("partner", "somebody-else", null)]
    [InlineData("partner", null, null)]
    [InlineData("focal-point", null, "KZ")]
    [InlineData("coordinator", null, null)]
    [InlineData("analyst", null, null)]
    public async Task Nobody_else_writes_it(string role, string? own, string? country)
    {
        var partner = await app.NewPartnerAsync("AF");
        using var owner = app.Client("partner", partner.Value);
        using var created = await PutAsync(owner, partner, "P-1", "First", ifNoneMatch: "*");
        using var client = app.Client(role, own, country);
        using var put = await PutAsync(client, partner, "P-1", "Mine", created.Headers.ETag!.ToString());
        using var delete = await SendAsync(client, HttpMethod.Delete, Address(partner, "P-1"), null);
        using var rename = await SendAsync(client, HttpMethod.Post, $"{Address(partner, "P-1")}/rename", """{"reference":"MINE"}""");
        Assert.All((HttpResponseMessage[])[put, delete, rename], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        var stored = await app.ProjectAsync(partner, "P-1");
        Assert.Equal((1, "First", false), (stored!.Version, stored.Project.Title, stored.Withdrawn));
    }

    private static string Address(PartnerId partner, string reference) => $"api/projects/{partner}/{ProjectReference.From(reference)!.Id}";

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, PartnerId partner, string address, string title, string? ifMatch = null, string? ifNoneMatch = null, string? reference = null) =>
        SendAsync(client, HttpMethod.Put, Address(partner, address), $$"""{"reference":"{{reference ?? address}}","title":"{{title}}","places":["AF"]}""", ifMatch, ifNoneMatch);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, string? json, string? ifMatch = null, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (ifNoneMatch is not null) request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await client.SendAsync(request, Stop);
    }
}
