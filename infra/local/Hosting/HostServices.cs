using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Functions;
using ParisPact.Local.Http;
using ParisPact.Local.Timers;

namespace ParisPact.Local.Hosting;

/// <summary>The host's own parts, added after the app's, so that the app's hosted services are up before the first trigger.</summary>
internal static class HostServices
{
    public static void Add(LocalPlan plan, WebApplicationBuilder web, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        var services = web.Services;
        var hostId = HostId(plan);
        services.AddSingleton(FunctionCatalog.Discover(plan.Classes ?? plan.Assembly.GetTypes(), web.Configuration));
        services.AddSingleton(plan.Work);
        services.AddSingleton(provider => new FunctionRunner(provider, provider.GetRequiredService<ILoggerFactory>(), middleware));
        services.AddSingleton<HandFiring>();
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<ITimerMemory>(_ => plan.Storage is { } storage
            ? new BlobTimerMemory(new BlobServiceClient(storage), hostId)
            : new ForgetfulTimerMemory());
        services.AddSingleton(provider => new TimerHost(
            provider.GetRequiredService<FunctionRunner>(),
            provider.GetRequiredService<ITimerMemory>(),
            plan.Time,
            plan.Work,
            provider.GetRequiredService<ILogger<TimerService>>()));
        services.AddSingleton<TimerService>();

        // Stopped in the opposite order: first no new work is begun, then what runs may end.
        services.AddHostedService<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<TimerService>());
    }

    public static void Map(WebApplication app, bool servesHttp)
    {
        var catalog = app.Services.GetRequiredService<FunctionCatalog>();
        var requests = catalog.With<HttpTriggerAttribute>().ToList();
        if (requests.Count > 0 && !servesHttp)
        {
            throw new InvalidOperationException($"The app has HTTP functions ({requests[0].Name}) and does not call ConfigureFunctionsWebApplication().");
        }

        WrongMethodIsNotFound.Use(app);
        BodyLimit.Use(app);
        app.Services.GetRequiredService<HttpFunctions>().Map(app, requests, app.Services.GetRequiredService<HostJson>().RoutePrefix);
        AdminEndpoints.Map(app, catalog, app.Services.GetRequiredService<HandFiring>());
    }

    /// <summary>Names this app among those that share a storage account: lower case, at most 32 characters.</summary>
    private static string HostId(LocalPlan plan)
    {
        var name = new string([.. plan.Assembly.GetName().Name!.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')]);
        return name[..Math.Min(32, name.Length)].Trim('-');
    }
}
