using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ParisPact.Functions;
using ParisPact.Functions.Mail;
using ParisPact.Local.Access;
using ParisPact.Local.Hosting;

namespace ParisPact.Tests.Mail;

/// <summary>Over HTTP, with an app whose outbox and mail server are the test's own.</summary>
public sealed class When_the_secretariat_looks_after_mails(AzuriteServer azurite) : IAsyncLifetime
{
    private readonly SmtpStandIn _server = new();
    private TestOutbox _before = null!;
    private LocalHost _host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // An instance of two hours ago.
        _before = new TestOutbox(azurite, _server.Port, clock: new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(-2)));
        _host = await LocalHost.Start(
            new LocalPlan
            {
                Assembly = typeof(Composition).Assembly,
                Classes = [typeof(ListMail), typeof(RetryMail), typeof(Functions.Platform.Health)],
                Storage = azurite.Connection,
                Port = 0,
                WatchesBlobs = false,
                Settings = new Dictionary<string, string?> { ["Mail:Port"] = $"{_server.Port}" },
            },
            builder =>
            {
                Composition.Configure(builder);
                builder.Services.AddSingleton(_before.Storage);
            });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Health_says_when_a_mail_has_waited_too_long_and_not_whose()
    {
        Assert.Equal("ok", (await HealthAsync()).GetProperty("status").GetString());
        await _before.HandOverAsync("night/1", "a.person@partner.example");
        var health = await HealthAsync();
        Assert.Equal("degraded", health.GetProperty("status").GetString());
        var mail = health.GetProperty("mail");
        Assert.Equal((true, 1, 0), (mail.GetProperty("stuck").GetBoolean(), mail.GetProperty("waiting").GetInt32(), mail.GetProperty("failed").GetInt32()));
        Assert.InRange(mail.GetProperty("oldestMinutes").GetInt32(), 119, 180);
        Assert.DoesNotContain("partner.example", health.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_says_when_a_mail_failed()
    {
        await FailAsync("night/1");
        var health = await HealthAsync();
        Assert.Equal(("degraded", 1), (health.GetProperty("status").GetString(), health.GetProperty("mail").GetProperty("failed").GetInt32()));
    }

    [Fact]
    public async Task A_failed_mail_goes_out_when_it_is_retried_and_only_once()
    {
        await FailAsync("night/1");
        _server.Answer = _ => null;
        using var client = _host.CreateClient(new TokenRequest(["secretariat"]));
        var failed = Assert.Single(await ItemsAsync(client, "failed"));
        Assert.Equal("550 no such person", failed.GetProperty("recipients")[0].GetProperty("reason").GetString());
        var taken = new TaskCompletionSource();
        _server.OnTaken = _ =>
        {
            taken.TrySetResult();
            return Task.CompletedTask;
        };
        var address = $"api/mail/{failed.GetProperty("id").GetString()}/retry";
        using var answer = await client.PostAsync(address, null, Stop);
        Assert.Equal("waiting", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("state").GetString());
        await taken.Task.WaitAsync(Stop);
        await RunningApp.UntilAsync(async () => (await ItemsAsync(client, "sent")).Count == 1 && (await ItemsAsync(client, "")).Count == 0, "the mail is sent");
        using var again = await client.PostAsync(address, null, Stop);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("ok", (await HealthAsync()).GetProperty("status").GetString());
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task A_mail_that_was_never_there_is_not_found_and_one_without_an_address_cannot_be_retried()
    {
        var handed = await _before.HandOverAsync("night/1", "nobody");
        using var client = _host.CreateClient(new TokenRequest(["secretariat"]));
        foreach (var (id, status) in (IEnumerable<(string, HttpStatusCode)>)[(handed.Id, HttpStatusCode.Conflict), (MailId.Of("none"), HttpStatusCode.NotFound), ("x", HttpStatusCode.NotFound)])
        {
            using var answer = await client.PostAsync($"api/mail/{id}/retry", null, Stop);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_lists_come_in_pages_that_leave_nothing_out()
    {
        for (var number = 0; number < 5; number++)
        {
            await _before.HandOverAsync($"sent/{number}");
            _before.Clock.Advance(TimeSpan.FromMinutes(1));
            await _before.RunAsync();
        }

        _server.Stop();
        for (var number = 0; number < 5; number++)
        {
            await _before.HandOverAsync($"waiting/{number}");
            _before.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        using var client = _host.CreateClient(new TokenRequest(["secretariat"]));
        Assert.Equal(["sent/4", "sent/3", "sent/2", "sent/1", "sent/0"], await PagesAsync(client, "sent"));
        Assert.Equal(["waiting/0", "waiting/1", "waiting/2", "waiting/3", "waiting/4"], await PagesAsync(client, "waiting"));
        Assert.Empty(await PagesAsync(client, "failed"));
        foreach (var wrong in (string[])["state=lost", "limit=0", "cursor=%20", "state=sent&cursor=eA", "state=sent&cursor=b3Blbnxh"])
        {
            using var answer = await client.GetAsync($"api/mail?{wrong}", Stop);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    private async Task FailAsync(string key)
    {
        _server.Answer = said => said.StartsWith("RCPT", StringComparison.Ordinal) ? "550 no such person" : null;
        await _before.HandOverAsync(key);
        await _before.RunAsync();
    }

    private async Task<JsonElement> HealthAsync()
    {
        using var client = _host.CreateClient();
        return await client.GetFromJsonAsync<JsonElement>("api/health", Stop);
    }

    private static async Task<List<JsonElement>> ItemsAsync(HttpClient client, string state) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"api/mail?state={state}", Stop)).GetProperty("items").EnumerateArray()];

    private static async Task<List<string>> PagesAsync(HttpClient client, string state)
    {
        var (keys, cursor) = (new List<string>(), (string?)"");
        while (cursor is not null)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"api/mail?state={state}&limit=2{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}", Stop);
            keys.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("key").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }

        return keys;
    }
}
