using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ParisPact.Functions.Platform.Access;
using ParisPact.Local.Access;
using ParisPact.Tests.Intake;

namespace ParisPact.Tests.Platform;

[Collection(RunningAppTests.Name)]
public sealed class When_somebody_asks(RunningApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_answers_without_a_token()
    {
        using var client = app.Host.CreateClient();
        var health = await client.GetJsonAsync("api/health");
        Assert.Equal("ok", health.Text("status"));
    }

    [Fact]
    public async Task Nothing_else_does()
    {
        using var client = app.Host.CreateClient();
        foreach (var address in (string[])["api/openapi.json", "api/uploads", "api/partners", "api/partners/unodc"])
        {
            using var answer = await client.GetAsync(address, Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains(answer.Headers.WwwAuthenticate, scheme => scheme.Scheme == "Bearer");
        }
    }

    [Fact]
    public async Task A_role_that_may_not_is_told_so()
    {
        using var client = app.Client("analyst");
        using var answer = await client.PostAsync("api/partners", new StringContent("[]"), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("Your role may not do this.", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("detail"));
    }

    [Fact]
    public async Task A_token_without_a_role_opens_nothing()
    {
        using var client = app.Host.CreateClient(new TokenRequest([]));
        using var answer = await client.GetAsync("api/partners", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_that_somebody_tampered_with_is_no_token()
    {
        var parts = app.Host.Token(new TokenRequest(["partner"], "unodc")).Split('.');
        var claims = Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1])).Replace("\"partner\"", "\"secretariat\"", StringComparison.Ordinal);
        await IsRefused($"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}");
    }

    [Fact]
    public async Task A_token_without_a_signature_is_no_token()
    {
        var parts = app.Host.Token(new TokenRequest(["secretariat"])).Split('.');
        await IsRefused($"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.");
    }

    [Fact]
    public async Task A_token_of_another_issuer_s_key_is_no_token()
    {
        using var key = RSA.Create(2048);
        await IsRefused(Token(new SigningCredentials(new RsaSecurityKey(key), SecurityAlgorithms.RsaSha256)));
    }

    [Fact]
    public async Task A_token_signed_with_a_shared_secret_is_no_token() =>
        await IsRefused(Token(new SigningCredentials(new SymmetricSecurityKey(new byte[64]), SecurityAlgorithms.HmacSha256)));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    public async Task Words_are_no_token(string token) => await IsRefused(token);

    [Fact]
    public async Task Every_function_says_who_may_call_it_and_what_it_does()
    {
        Assert.All(Permissions.Functions(), method =>
        {
            Assert.NotNull(Attribute.GetCustomAttribute(method, typeof(AllowAttribute)));
            Assert.NotNull(Attribute.GetCustomAttribute(method, typeof(Functions.Platform.DescribeAttribute)));
        });
        using var client = app.Secretariat;
        var paths = (await client.GetJsonAsync("api/openapi.json")).GetProperty("paths");
        var operations = paths.EnumerateObject().Sum(path => path.Value.EnumerateObject().Count());
        Assert.True(operations >= Permissions.Functions().Count());
        var parameters = paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).SelectMany(operation => operation.Value.GetProperty("parameters").EnumerateArray());
        Assert.All(parameters, parameter => Assert.False(string.IsNullOrEmpty(parameter.Text("description")), parameter.Text("name")));
    }

    private static string Token(SigningCredentials credentials) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "http://localhost/local",
        Audience = "api://paris-pact",
        Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1),
        Claims = new Dictionary<string, object> { ["roles"] = new[] { "secretariat" } },
        SigningCredentials = credentials,
    });

    private async Task IsRefused(string token)
    {
        using var client = app.Host.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var answer = await client.GetAsync("api/partners", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        // RFC 6750 3.1: a client learns from this that it needs a new token.
        Assert.Equal(string.IsNullOrEmpty(token) ? null : "error=\"invalid_token\"", Assert.Single(answer.Headers.WwwAuthenticate).Parameter);
    }
}
