using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ParisPact.Local.Blobs;
using ParisPact.Local.Functions;
using ParisPact.Local.Time;

namespace ParisPact.Local.Hosting;

/// <summary>
/// An app of functions in a test: composed by the app's own method, on the test's storage, clock and history. With a virtual
/// clock, <see cref="VirtualClock.RunUntilAsync"/> runs its timers and orchestrations.
/// </summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private readonly IHost host;
    private readonly LocalPlan plan;

    private LocalHost(IHost host, LocalPlan plan) => (this.host, this.plan) = (host, plan);

    public IServiceProvider Services => host.Services;

    /// <summary>Where the host listens; its port is the plan's, or a free one where the plan says 0.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? throw new InvalidOperationException("This host was started without a port."));

    public DurableTaskClient Durable => Services.GetRequiredService<DurableTaskClient>();

    /// <summary>Composes and starts an app.</summary>
    /// <param name="configure">The app's own composition; it need not call <c>ConfigureFunctionsWebApplication</c>.</param>
    public static async Task<LocalHost> Start(LocalPlan plan, Action<FunctionsApplicationBuilder>? configure = null)
    {
        var settings = new Dictionary<string, string?>(plan.Settings);
        if (plan.Storage is { } storage)
        {
            settings.TryAdd(StorageConnection.OfHost, storage);
            settings.TryAdd("Data", storage);
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

    /// <summary>Looks for blobs now and waits until the functions have taken all that there were, and all that this led to without waiting for the clock.</summary>
    public async Task TakeBlobs(CancellationToken cancellation = default)
    {
        await Services.GetRequiredService<BlobTriggerService>().Look(cancellation);
        await plan.Work.WhenZeroAsync().WaitAsync(cancellation);
    }

    /// <summary>Fires a timer function by hand and waits for whatever runs then.</summary>
    public async Task FireTimer(string function)
    {
        var found = Services.GetRequiredService<FunctionCatalog>().Find(function) ?? throw new ArgumentException($"There is no function '{function}'.", nameof(function));
        if (Services.GetRequiredService<HandFiring>().Fire(found, default) is { } refusal)
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
