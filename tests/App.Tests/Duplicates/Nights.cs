using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions;
using ParisPact.Functions.Duplicates;
using ParisPact.Functions.Mail;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;
using ParisPact.Local.Access;
using ParisPact.Local.Durable.History;
using ParisPact.Local.Hosting;
using ParisPact.Tests.Intake;
using ParisPact.Tests.Projects;

namespace ParisPact.Tests.Duplicates;

/// <summary>The whole app on a store of its own, since a night's run looks at the whole register; its first day is a Tuesday.</summary>
internal sealed class Nights : IAsyncDisposable
{
    public static readonly DateTimeOffset First = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private readonly LocalHost _host;
    private readonly MovedClock _clock;
    private readonly ErrorLog _log;
    private double _hours;

    private Nights(LocalHost host, MovedClock clock, ErrorLog log) => (_host, _clock, _log) = (host, clock, log);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Night => _clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<Nights> StartAsync(AzuriteServer azurite)
    {
        var (clock, log) = (new MovedClock(First), new ErrorLog());
        var storage = new Storage(new BlobServiceClient(azurite.Connection), new TableServiceClient(azurite.Connection), new StorageNames(AzuriteServer.Prefix()));
        var host = await LocalHost.Start(
            new LocalPlan { Assembly = typeof(Composition).Assembly, Port = 0, WatchesBlobs = false, Log = log, Time = clock, History = new MemoryHistoryStore() },
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
                Composition.Configure(builder);
                builder.Services.AddSingleton(storage);
            });
        return new Nights(host, clock, log);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public HttpClient Client(string role, string? partner = null, string? country = null, string? name = null) => _host.CreateClient(new TokenRequest([role], partner, country, name));

    public HttpClient Coordinator => Client("coordinator", name: "Coordinator");

    public void Pass(TimeSpan time) => _clock.Move(time);

    public async Task<PartnerId> PartnerAsync(string id, params Person[] people)
    {
        var partner = new Partner(PartnerId.Parse(id), $"Partner {id}", PartnerKind.Organisation, [], [.. people]);
        Assert.IsType<PartnerChange.Created>(await Get<PartnerDirectory>().PutAsync(partner, new Precondition(null, MustBeNew: false), Stop));
        return partner.Id;
    }

    /// <summary>Enters projects, or their newer versions.</summary>
    public async Task EnterAsync(params Project[] projects)
    {
        _hours++;
        foreach (var some in projects.GroupBy(static project => project.Partner))
            await Get<Register>().MergeAsync(TestRegister.Request(TestRegister.Upload($"upload-{_hours}", _hours), complete: false, [.. some], dryRun: false), Stop);
    }

    /// <summary>Runs tonight's search, and gives what came of it.</summary>
    public async Task<JsonElement> RunAsync(bool full = false)
    {
        using var client = Coordinator;
        using var answer = await client.PostAsync($"api/duplicates/runs{(full ? "?full=true" : "")}", null, Stop);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var address = answer.Headers.Location!.OriginalString.TrimStart('/');
        JsonElement view = default;
        await RunningApp.UntilAsync(
            async () =>
            {
                using var run = await client.GetAsync(address, Stop);
                view = await run.Content.ReadFromJsonAsync<JsonElement>(Stop);
                return run.StatusCode == HttpStatusCode.OK;
            },
            "the run is done");
        Assert.True(view.Text("state") == "done", string.Join(Environment.NewLine, _log.Messages));
        return view.GetProperty("outcome");
    }

    /// <summary>All pairs that a query asks for.</summary>
    public async Task<JsonElement[]> PairsAsync(string query = "")
    {
        using var client = Client("analyst");
        return [.. (await client.GetJsonAsync($"api/duplicates?limit=200{query}")).GetProperty("items").EnumerateArray()];
    }

    /// <summary>The pair that two titles make; fails where there is none.</summary>
    public async Task<JsonElement> PairAsync(Project one, Project other) =>
        Assert.Single(await PairsAsync(), pair => Names(pair).SetEquals([$"{one.Partner}/{one.Reference.Id}", $"{other.Partner}/{other.Reference.Id}"]));

    public static HashSet<string> Names(JsonElement pair) =>
        [.. new[] { pair.GetProperty("first"), pair.GetProperty("second") }.Select(static side => $"{side.Text("partner")}/{side.Text("id")}")];

    /// <summary>Whoever has a mail in the outbox, and for which night.</summary>
    public async Task<string[]> MailedAsync() => [.. (await Get<OutboxStore>().OpenAsync(Stop)).Select(static mail => mail.Key).Order(StringComparer.Ordinal)];

    public static async Task<(HttpStatusCode Status, JsonElement Body, string? Tag)> SendAsync(HttpClient client, HttpMethod method, string address, string? json = null, string? tag = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, address);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, type);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        using var answer = await client.SendAsync(request, Stop);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Stop), answer.Headers.ETag?.ToString());
    }

    public static Task<(HttpStatusCode Status, JsonElement Body, string? Tag)> DecideAsync(HttpClient client, string pair, string verdict, string note = "", string? tag = null) =>
        SendAsync(client, HttpMethod.Put, $"api/duplicates/{pair}/verdict", $$"""{"verdict":"{{verdict}}","note":"{{note}}"}""", tag);

    private sealed class MovedClock(DateTimeOffset start) : TimeProvider
    {
        private TimeSpan _ahead = start - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

        public void Move(TimeSpan by) => _ahead += by;
    }
}
