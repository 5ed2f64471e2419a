using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;
using ParisPact.Tests.Intake;

namespace ParisPact.Tests.Projects;

[Collection(RunningAppTests.Name)]
public sealed class When_a_request_is_odd(RunningApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("projects?location=", "location")]
    [InlineData("projects?q=%20&theme=", "q theme")]
    [InlineData("projects?q=%F0%9F%98%80", "q")]
    [InlineData("projects?from=2024&from=2025", "from")]
    [InlineData("projects?from=2025&to=2024", "from")]
    [InlineData("projects?limit=0&cursor=AAAAAAAAAAAAAAAA", "cursor limit")]
    [InlineData("projects?limit=501&foo=1&format=csv", "foo limit")]
    [InlineData("projects/facets?cursor=x", "cursor")]
    [InlineData("projects/facets?withdrawn=", "withdrawn")]
    [InlineData("projects/matrix?rows=&measure=", "measure rows")]
    [InlineData("projects/matrix?rows=theme&columns=theme", "columns")]
    [InlineData("uploads?limit=0", "limit")]
    [InlineData("uploads?cursor=!", "cursor")]
    [InlineData("uploads?partner=A!", "partner")]
    [InlineData("rates?added=perhaps", "added")]
    [InlineData("partners?fromat=csv", "fromat")]
    public async Task Each_parameter_that_is_wrong_is_named(string address, string names)
    {
        using var client = app.Secretariat;
        Assert.Equal(names, await WrongAsync(await client.GetAsync($"api/{address}", Stop)));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101&cursor=MA", "cursor limit")]
    [InlineData("cursor=zz", "cursor")]
    [InlineData("lmit=5", "lmit")]
    public async Task So_it_is_in_a_history(string query, string names)
    {
        var (client, partner) = await WithAProjectAsync();
        using (client) Assert.Equal(names, await WrongAsync(await client.GetAsync($"{Address(partner, "P-1")}/history?{query}", Stop)));
    }

    [Fact]
    public async Task A_misspelt_dry_run_sends_nothing_and_a_long_reason_changes_nothing()
    {
        var (client, partner) = await WithAProjectAsync();
        using var owner = client;
        using var body = new StringContent(SampleFiles.Csv(2));
        Assert.Equal("dry-run", await WrongAsync(await client.PostAsync("api/uploads?name=a.csv&dry-run=true", body, Stop)));
        Assert.Empty((await client.GetJsonAsync("api/uploads")).GetProperty("items").EnumerateArray());
        Assert.Equal("reason", await WrongAsync(await client.DeleteAsync($"{Address(partner, "P-1")}?reason={new string('x', 1_001)}", Stop)));
        Assert.False((await app.ProjectAsync(partner, "P-1"))!.Withdrawn);
    }

    [Fact]
    public async Task A_monitor_may_add_to_the_address_of_health_what_it_likes()
    {
        using var client = app.Host.CreateClient();
        using var health = await client.GetAsync("api/health?t=1", Stop);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("\"another\"", HttpStatusCode.OK)]
    [InlineData("{0}", HttpStatusCode.NotModified)]
    [InlineData("W/{0}", HttpStatusCode.NotModified)]
    [InlineData("\"another\", {0}", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    public async Task Who_has_it_already_gets_its_tag_and_nothing_more(string known, HttpStatusCode expected)
    {
        var (client, partner) = await WithAProjectAsync();
        using var owner = client;
        foreach (var address in (string[])[Address(partner, "P-1"), $"api/partners/{partner}"])
        {
            using var first = await client.GetAsync(address, Stop);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (known.Length > 0) request.Headers.TryAddWithoutValidation("If-None-Match", known.Replace("{0}", Strong(first), StringComparison.Ordinal));
            using var again = await client.SendAsync(request, Stop);
            Assert.Equal((expected, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
            if (expected == HttpStatusCode.NotModified) Assert.Empty(await again.Content.ReadAsByteArrayAsync(Stop));
        }
    }

    [Theory]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    [InlineData("text/csv;q=0.5, application/json;q=0.4", "text/csv")]
    [InlineData("text/csv;q=0, application/json", "application/json")]
    [InlineData("text/*", "text/csv")]
    [InlineData("application/*", "application/json")]
    [InlineData("image/png", null)]
    [InlineData("text/csv;q=0", null)]
    public async Task The_form_is_the_one_that_is_accepted(string accept, string? type)
    {
        var (client, partner) = await WithAProjectAsync();
        using var owner = client;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/projects?partner={partner}");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await client.SendAsync(request, Stop);
        Assert.Equal(type is null ? HttpStatusCode.NotAcceptable : HttpStatusCode.OK, answer.StatusCode);
        if (type is not null) Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("A/B\\C#D?E%2F")]
    [InlineData("😀 Ünïcode Проект")]
    [InlineData("..")]
    [InlineData("=cmd|'/C calc'!A0")]
    public async Task A_reference_may_hold_any_sign(string reference)
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        using var put = await SendAsync(client, HttpMethod.Put, Address(partner, reference), JsonSerializer.Serialize(new { reference, title = "Any sign" }), ifNoneMatch: "*");
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        Assert.Equal(reference, (await client.GetJsonAsync(put.Headers.Location!.OriginalString)).Text("reference"));
        Assert.Single((await client.GetJsonAsync($"{put.Headers.Location}/history")).GetProperty("items").EnumerateArray());
        var listed = Assert.Single((await client.GetJsonAsync($"api/projects?partner={partner}")).GetProperty("items").EnumerateArray());
        Assert.Equal(put.Headers.Location!.OriginalString, listed.GetProperty("links").Text("self"));
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("YWJj")]
    [InlineData("_____w")]
    public async Task What_is_no_id_is_not_found(string id)
    {
        var (client, partner) = await WithAProjectAsync();
        using var owner = client;
        foreach (var address in (string[])[$"api/projects/{partner}/{id}", $"api/projects/{partner}/{id}/history", $"api/projects/{partner}/{new string('A', 4_000)}"])
        {
            using var answer = await client.GetAsync(address, Stop);
            Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task A_condition_that_fails_is_said_before_what_is_wrong_with_the_body()
    {
        var (client, partner) = await WithAProjectAsync();
        using var owner = client;
        foreach (var body in (string[])["", "{", """{"reference":"P-1"}""", $$"""{"reference":"P-1","title":"{{new string('x', 1_100_000)}}"}"""])
        {
            using var stale = await SendAsync(client, HttpMethod.Put, Address(partner, "P-1"), body, ifMatch: "\"0-0\"");
            using var twice = await SendAsync(client, HttpMethod.Put, Address(partner, "P-1"), body, ifNoneMatch: "*");
            using var nothing = await SendAsync(client, HttpMethod.Put, Address(partner, "P-9"), body, ifMatch: "*");
            Assert.All((HttpResponseMessage[])[stale, twice, nothing], answer => Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode));
        }

        using var renamed = await SendAsync(client, HttpMethod.Post, $"{Address(partner, "P-1")}/rename", "{", ifMatch: "\"0-0\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, renamed.StatusCode);
        using var secretariat = app.Secretariat;
        using var directory = await SendAsync(secretariat, HttpMethod.Put, $"api/partners/{partner}", "{", ifMatch: "\"other\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, directory.StatusCode);
    }

    [Fact]
    public async Task A_cursor_that_was_forged_opens_nobody_else_s_list_of_uploads()
    {
        var (own, other) = (await app.NewPartnerAsync(), await app.NewPartnerAsync());
        foreach (var partner in (PartnerId[])[own, other])
        {
            using var sender = app.Client("partner", partner.Value);
            await app.SendAsync(sender, "a.csv", SampleFiles.Csv(1));
        }

        foreach (var (reader, victim) in (IEnumerable<(PartnerId, PartnerId)>)[(own, other), (other, own)])
        {
            using var client = app.Client("partner", reader.Value);
            foreach (var forged in (string[])[$"{victim}_0|0", "_all_0|0", "|", "0|0", "x"])
                Assert.Equal("cursor", await WrongAsync(await client.GetAsync($"api/uploads?cursor={Cursor.Of(forged)}", Stop)));
        }
    }

    private async Task<(HttpClient Client, PartnerId Partner)> WithAProjectAsync()
    {
        var partner = await app.NewPartnerAsync();
        var client = app.Client("partner", partner.Value);
        using var created = await SendAsync(client, HttpMethod.Put, Address(partner, "P-1"), """{"reference":"P-1","title":"First"}""", ifNoneMatch: "*");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        return (client, partner);
    }

    /// <summary>The names of the parameters that an answer calls wrong.</summary>
    private static async Task<string> WrongAsync(HttpResponseMessage answer)
    {
        using var refused = answer;
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return string.Join(' ', (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors").EnumerateObject().Select(static error => error.Name).Order(StringComparer.Ordinal));
    }

    private static string Strong(HttpResponseMessage answer) => answer.Headers.ETag!.Tag;

    private static string Address(PartnerId partner, string reference) => $"api/projects/{partner}/{ProjectReference.From(reference)!.Id}";

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, string? json, string? ifMatch = null, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (ifNoneMatch is not null) request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await client.SendAsync(request, Stop);
    }
}
