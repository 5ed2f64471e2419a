using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ParisPact.Domain.Partners;
using ParisPact.Functions;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Local.Access;
using ParisPact.Local.Durable.History;
using ParisPact.Local.Hosting;
using ParisPact.Local.Time;

namespace ParisPact.Tests;

/// <summary>The whole app on the local runtime and an emulator. Tests share it, and keep to a partner of their own.</summary>
public sealed class RunningApp(AzuriteServer azurite) : IAsyncLifetime
{
    private static int _partners;
    private const int MostLooks = 600;
    private LocalHost? _host;

    internal LocalHost Host => _host!;

    internal RunningWork Work { get; } = new();

    /// <summary>What was logged as an error.</summary>
    internal ErrorLog Errors { get; } = new();

    public async ValueTask InitializeAsync() => _host = await LocalHost.Start(
        new LocalPlan
        {
            Assembly = typeof(Composition).Assembly,
            Storage = azurite.Connection,
            Port = 0,
            WatchesBlobs = false,
            Log = Errors,
            Work = Work,
            Settings = new Dictionary<string, string?> { ["Intake:ListedProblems"] = "200" },
        },
        Composition.Configure);

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal HttpClient Client(string role, string? partner = null, string? country = null, string? name = null) =>
        Host.CreateClient(new TokenRequest([role], partner, country, name));

    /// <summary>The connection string of the emulator.</summary>
    internal string Connection => azurite.Connection;

    internal HttpClient Secretariat => Client("secretariat", name: "Secretary");

    internal T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>A partner in the directory that no other test knows.</summary>
    internal async Task<PartnerId> NewPartnerAsync(params string[] countries)
    {
        var id = PartnerId.Parse($"test-{Environment.ProcessId % 100_000}-{Interlocked.Increment(ref _partners)}");
        var partner = new Partner(id, $"Test partner {id}", PartnerKind.Organisation, [.. countries], []);
        Assert.IsType<PartnerChange.Created>(await Get<PartnerDirectory>().PutAsync(partner, new Precondition(null, MustBeNew: false), TestContext.Current.CancellationToken));
        return id;
    }

    /// <summary>Drops a file as a partner does who can write to storage, and waits until it has been taken in.</summary>
    internal async Task DropAsync(string blob, byte[] content, IDictionary<string, string>? metadata = null)
    {
        var client = new BlobContainerClient(azurite.Connection, "uploads");
        await client.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await client.GetBlobClient(blob).UploadAsync(BinaryData.FromBytes(content), new BlobUploadOptions { Metadata = metadata }, TestContext.Current.CancellationToken);
        await Host.TakeBlobs(TestContext.Current.CancellationToken);
    }

    internal Task DropAsync(string blob, string content, IDictionary<string, string>? metadata = null) => DropAsync(blob, System.Text.Encoding.UTF8.GetBytes(content), metadata);

    /// <summary>The newest receipt of a partner, whole.</summary>
    internal async Task<JsonElement> NewestReceiptAsync(string partner)
    {
        using var client = Secretariat;
        var list = await client.GetFromJsonAsync<JsonElement>($"api/uploads?partner={partner}&limit=1", TestContext.Current.CancellationToken);
        return await ReceiptAsync(list.GetProperty("items")[0].GetProperty("upload").GetString()!);
    }

    /// <summary>Waits for a receipt until it is there.</summary>
    internal async Task<JsonElement> ReceiptAsync(string upload)
    {
        using var client = Secretariat;
        for (var patience = 0; patience < MostLooks; patience++)
        {
            using var answer = await client.GetAsync($"api/uploads/{upload}", TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK) return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            await PauseAsync(patience);
        }

        var instance = await Host.Durable.GetInstanceAsync($"ingest-{upload}", getInputsAndOutputs: true, TestContext.Current.CancellationToken);
        throw new TimeoutException($"Upload {upload} got no receipt. Its orchestration: {instance?.RuntimeStatus} since {instance?.LastUpdatedAt:O}; now {TimeProvider.System.GetUtcNow():O}. At work: {Work}. History: {await HistoryAsync(upload)}. {string.Join(" | ", Errors.Messages)}");
    }

    /// <summary>Waits until something holds, which on a busy machine may take minutes.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var patience = 0; patience < MostLooks; patience++)
        {
            if (await holds()) return;
            await PauseAsync(patience);
        }

        throw new TimeoutException($"It never came to this: {what}.");
    }

    /// <summary>Soon at first, then less often: some five minutes in all.</summary>
    private static Task PauseAsync(int looks) => Task.Delay(Math.Min(25 * (looks + 1), 500), TestContext.Current.CancellationToken);

    private async Task<string> HistoryAsync(string upload)
    {
        var stored = await Host.Services.GetRequiredService<IHistoryStore>().LoadAsync($"ingest-{upload}", TestContext.Current.CancellationToken);
        return string.Join(" ", stored?.History.Select(fact => fact switch
        {
            ActivityScheduled activity => $"{activity.Name}#{activity.Id}",
            Answer answer => $"{answer.GetType().Name}#{answer.Id}",
            _ => fact.GetType().Name,
        }) ?? []);
    }

    /// <summary>Sends a file through the second door and waits for its receipt.</summary>
    internal Task<JsonElement> SendAsync(HttpClient client, string name, string content, string query = "") =>
        SendAsync(client, name, System.Text.Encoding.UTF8.GetBytes(content), query);

    internal async Task<JsonElement> SendAsync(HttpClient client, string name, byte[] content, string query = "")
    {
        using var body = new ByteArrayContent(content);
        using var answer = await client.PostAsync($"api/uploads?name={name}{query}", body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var receipt = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("working", receipt.GetProperty("state").GetString());
        Assert.Equal($"/api/uploads/{receipt.GetProperty("upload").GetString()}", answer.Headers.Location?.OriginalString);
        return await ReceiptAsync(receipt.GetProperty("upload").GetString()!);
    }
}

[CollectionDefinition(Name)]
public sealed class RunningAppTests : ICollectionFixture<RunningApp>
{
    public const string Name = "the running app";
}

/// <summary>Remembers errors, so that a test that fails can say why.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Messages { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) Messages.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
