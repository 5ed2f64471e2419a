using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ParisPact.Tests.Intake;

namespace ParisPact.Tests.Partners;

[Collection(RunningAppTests.Name)]
public sealed class When_the_directory_is_kept_over_HTTP(RunningApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_partner_is_entered_once_and_changed_by_whoever_saw_it_last()
    {
        var id = $"{AzuriteServer.Prefix()}-sample";
        using var client = app.Secretariat;
        using var missing = await client.GetAsync($"api/partners/{id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using var created = await SendAsync(client, HttpMethod.Put, $"api/partners/{id}", Partner(id), ("If-None-Match", "*"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        using var twice = await SendAsync(client, HttpMethod.Put, $"api/partners/{id}", Partner(id), ("If-None-Match", "*"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, twice.StatusCode);
        using var read = await client.GetAsync($"api/partners/{id}", Stop);
        var tag = read.Headers.ETag!.ToString();
        Assert.Equal(created.Headers.ETag!.ToString(), tag);
        using var changed = await SendAsync(client, HttpMethod.Put, $"api/partners/{id}", Partner(id, "Another name (sample)"), ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        foreach (var stale in (string[])[tag, "\"a\", \"b\"", "no tag"])
        {
            using var refused = await SendAsync(client, HttpMethod.Put, $"api/partners/{id}", Partner(id, "Lost update"), ("If-Match", stale));
            Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
            using var kept = await SendAsync(client, HttpMethod.Delete, $"api/partners/{id}", null, ("If-Match", stale));
            Assert.Equal(HttpStatusCode.PreconditionFailed, kept.StatusCode);
        }

        Assert.Equal("Another name (sample)", (await client.GetJsonAsync($"api/partners/{id}")).Text("name"));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_nothing_is_entered()
    {
        var id = $"{AzuriteServer.Prefix()}-wrong";
        using var client = app.Secretariat;
        using var answer = await SendAsync(client, HttpMethod.Put, $"api/partners/{id}", """{"name":" ","kind":"club","countries":["AF","XX"],"people":[{"name":"A","role":"king","mail":"no mail"},null]}""");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["countries[1]", "kind", "name", "people[0].mail", "people[0].role", "people[1].name", "people[1].role"], await ErrorsAsync(answer));
        foreach (var body in (string[])["", "null", "[1]", "{", "{\"name\":7}"])
        {
            using var bad = await SendAsync(client, HttpMethod.Put, $"api/partners/{id}", body);
            Assert.True(bad.StatusCode == HttpStatusCode.BadRequest, $"{body}: {bad.StatusCode}");
        }

        using var none = await client.GetAsync($"api/partners/{id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Mail_addresses_are_seen_by_those_who_write_mail_and_by_the_partner_itself()
    {
        var id = $"{AzuriteServer.Prefix()}-mail";
        using var secretariat = app.Secretariat;
        using var created = await SendAsync(secretariat, HttpMethod.Put, $"api/partners/{id}", Partner(id, identity: $"id-{id}"));
        foreach (var (client, mail, identity) in ((HttpClient, bool, bool)[])
        [
            (app.Secretariat, true, true), (app.Client("coordinator"), true, false), (app.Client("partner", id), true, false),
            (app.Client("partner", "somebody-else"), false, false), (app.Client("focal-point", country: "AF"), false, false), (app.Client("analyst"), false, false),
        ])
        {
            var one = (await client.GetJsonAsync($"api/partners/{id}")).GetProperty("people")[0];
            var all = await client.GetJsonAsync("api/partners");
            var listed = all.GetProperty("items").EnumerateArray().Single(partner => partner.Text("id") == id).GetProperty("people")[0];
            foreach (var person in (JsonElement[])[one, listed])
            {
                Assert.Equal("Sample person", person.Text("name"));
                Assert.Equal(mail, person.GetRawText().Contains("person@sample.example", StringComparison.Ordinal));
                Assert.Equal(identity, person.GetRawText().Contains($"id-{id}", StringComparison.Ordinal));
            }

            using var csv = await client.GetAsync("api/partners?format=csv", Stop);
            Assert.Equal(identity ? HttpStatusCode.OK : HttpStatusCode.Forbidden, csv.StatusCode);
            client.Dispose();
        }
    }

    [Fact]
    public async Task Only_the_secretariat_changes_it()
    {
        var partner = await app.NewPartnerAsync("AF");
        foreach (var client in (HttpClient[])[app.Client("partner", partner.Value), app.Client("coordinator"), app.Client("focal-point", country: "AF"), app.Client("analyst")])
        {
            using var put = await SendAsync(client, HttpMethod.Put, $"api/partners/{partner}", Partner(partner.Value));
            using var delete = await SendAsync(client, HttpMethod.Delete, $"api/partners/{partner}", null);
            using var load = await SendAsync(client, HttpMethod.Post, "api/partners", $"[{Partner(partner.Value)}]");
            Assert.All((HttpResponseMessage[])[put, delete, load], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
            client.Dispose();
        }
    }

    [Fact]
    public async Task A_partner_that_is_deleted_keeps_its_projects_and_sends_no_more()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        await app.SendAsync(client, "a.csv", SampleFiles.Csv(1));
        using var secretariat = app.Secretariat;
        using var gone = await SendAsync(secretariat, HttpMethod.Delete, $"api/partners/{partner}", null);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using var again = await SendAsync(secretariat, HttpMethod.Delete, $"api/partners/{partner}", null);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.NotNull(await app.ProjectAsync(partner, "P-1"));
        var receipt = await app.SendAsync(client, "b.csv", SampleFiles.Csv(2, "Changed"));
        Assert.Equal(("refused", "partner.unknown fatal "), (receipt.Text("state"), Assert.Single(receipt.Problems())));
        Assert.Equal(1, (await app.ProjectAsync(partner, "P-1"))?.Version);
    }

    internal static string Partner(string id, string name = "Sample partner", string? identity = null) =>
        $$"""{"id":"{{id}}","name":"{{name}}","kind":"organisation","countries":["AF"],"people":[{"name":"Sample person","role":"coordinator","mail":"person@sample.example","countries":[],"themes":[],"identity":{{(identity is null ? "null" : $"\"{identity}\"")}}}]}""";

    internal static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, string? json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, Stop);
    }

    internal static async Task<string[]> ErrorsAsync(HttpResponseMessage answer) =>
        [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal)];
}
