using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ParisPact.Local.Hosting;
using ParisPact.Tests.Timers;

namespace ParisPact.Tests.Http;

public sealed class When_the_host_itself_is_asked : IAsyncLifetime
{
    private LocalHost host = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        host = await LocalHost.Start(TestPlan.Of(new TestLog(), typeof(TimerFunctions), typeof(RouteFunctions)) with { Port = 0, Storage = null, DataFolder = "/data" });
        client = host.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("Nightly", """{"input":null}""", "application/json", HttpStatusCode.Accepted)]
    [InlineData("nightly", "{}", "application/json", HttpStatusCode.Accepted)]
    [InlineData("Nightly", "{}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Nightly", "{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("Keyed", "{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("Nobody", "{}", "application/json", HttpStatusCode.NotFound)]
    public async Task A_function_is_fired_by_hand(string function, string body, string type, HttpStatusCode expected)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await client.PostAsync($"/admin/functions/{function}", content, Cancel);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("/local/token?role=partner")]
    [InlineData("/local/settings")]
    [InlineData("/local/jwks")]
    [InlineData("/admin/host/status")]
    public async Task Another_name_than_this_machines_is_refused(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "rebound.example:7071" } };
        using var answer = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Another_sites_page_is_refused()
    {
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/local/token?role=partner", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_token_bears_what_was_asked_for_and_holds_by_the_published_keys()
    {
        var token = await client.GetStringAsync("/local/token?role=partner,analyst&partner=acme&country=AF&name=Ada&oid=o1", Cancel);
        var metadata = await client.GetFromJsonAsync<Metadata>("/local/.well-known/openid-configuration", Cancel);
        var keys = new JsonWebKeySet(await client.GetStringAsync(metadata!.Jwks_uri, Cancel));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = metadata.Issuer,
            ValidAudience = "api://paris-pact",
            IssuerSigningKeys = keys.GetSigningKeys(),
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        var read = (JsonWebToken)result.SecurityToken;
        Assert.Equal(["partner", "analyst"], read.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value));
        Assert.Equal("acme AF Ada o1", string.Join(' ', new[] { "partner", "country", "name", "oid" }.Select(name => read.GetClaim(name).Value)));
        Assert.Equal(TimeSpan.FromHours(12), read.ValidTo - read.ValidFrom);
    }

    [Fact]
    public async Task A_single_role_is_an_array_too()
    {
        var token = new JsonWebToken(await client.GetStringAsync("/local/token?role=secretariat", Cancel));
        Assert.Contains("\"roles\":[\"secretariat\"]", Base64UrlEncoder.Decode(token.EncodedPayload), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/local/token")]
    [InlineData("/local/token?role=king")]
    public async Task A_token_without_a_known_role_is_refused(string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(path, Cancel)).StatusCode);

    [Fact]
    public async Task It_says_where_things_are() =>
        Assert.Equal(
            $$"""{"storage":null,"data":"/data","url":"{{client.BaseAddress!.ToString().TrimEnd('/')}}","metadata":"{{client.BaseAddress}}local/.well-known/openid-configuration"}""",
            await client.GetStringAsync("/local/settings", Cancel));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed record Metadata(string Issuer, string Jwks_uri);
}
