using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ParisPact.Local.Access;
using ParisPact.Local.Blobs;
using ParisPact.Local.Functions;
using ParisPact.Local.Mail;
using ParisPact.Local.Storage;
using ParisPact.Local.Time;

namespace ParisPact.Local.Hosting;

/// <summary>
/// An app of functions in a test: composed by the app's own method, on the test's storage, clock and history. With a virtual
/// clock, <see cref="VirtualClock.RunUntilAsync"/> runs its timers and orchestrations.
/// </summary>
internal sealed class LocalHost : IAsyncDisposable
{
    // Making a key takes longer than most tests.
    private static readonly Lazy<RSA> Key = new(() => RSA.Create(2048));

    private readonly IHost host;
    private readonly LocalPlan plan;

    private LocalHost(IHost host, LocalPlan plan) => (this.host, this.plan) = (host, plan);

    public IServiceProvider Services => host.Services;

    /// <summary>Where the host listens.</summary>
    public Uri Address => new(plan.Url ?? throw new InvalidOperationException("This host was started without a port."));

    public DurableTaskClient Durable => Services.GetRequiredService<DurableTaskClient>();

    /// <summary>Composes and starts an app.</summary>
    /// <param name="configure">The app's own composition; it need not call <c>ConfigureFunctionsWebApplication</c>.</param>
    public static async Task<LocalHost> Start(LocalPlan plan, Action<FunctionsApplicationBuilder>? configure = null)
    {
        plan = plan.Port == 0 ? plan with { Port = Ports.Free() } : plan;
        plan = plan with { Tokens = plan.Tokens ?? new LocalTokens(Key.Value, plan.Url ?? "http://localhost", plan.Time) };
        var settings = new Dictionary<string, string?>([.. plan.Tokens.Settings, .. MailCatcher.SettingsOfNone]);
        if (plan.Storage is { } storage)
        {
            settings[StorageConnection.OfHost] = storage;
            settings["Data"] = storage;
        }

        foreach (var (name, value) in plan.Settings)
        {
            settings[name] = value;
        }

        var builder = new FunctionsApplicationBuilder(plan with { Settings = settings });
        builder.ConfigureFunctionsWebApplication();
        configure?.Invoke(builder);
        var host = new LocalHost(builder.Build(), plan);
        try
        {
            await host.host.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public HttpClient CreateClient() => new() { BaseAddress = Address };

    /// <summary>A client that bears a token for somebody.</summary>
    public HttpClient CreateClient(TokenRequest who)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(who));
        return client;
    }

    public string Token(TokenRequest who) => plan.Tokens!.Issue(who);

    /// <summary>Looks for blobs now and waits until the functions have taken all that there were, and all that this led to without waiting for the clock.</summary>
    public async Task TakeBlobs(CancellationToken cancellation = default)
    {
        await Services.GetRequiredService<BlobTriggerService>().Look(cancellation);
        await plan.Work.WhenZeroAsync().WaitAsync(cancellation);
    }

    /// <summary>Fires a timer or blob function by hand and waits for whatever runs then.</summary>
    /// <param name="input">For a blob function, container and blob.</param>
    public async Task Fire(string function, string? input = null)
    {
        var found = Services.GetRequiredService<FunctionCatalog>().Find(function) ?? throw new ArgumentException($"There is no function '{function}'.", nameof(function));
        if (Services.GetRequiredService<HandFiring>().Fire(found, JsonSerializer.SerializeToElement(input)) is { } refusal)
        {
            throw new InvalidOperationException(refusal);
        }

        await plan.Work.WhenZeroAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
