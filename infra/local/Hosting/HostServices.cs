using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ParisPact.Local.Access;
using ParisPact.Local.Blobs;
using ParisPact.Local.Durable;
using ParisPact.Local.Durable.History;
using ParisPact.Local.Functions;
using ParisPact.Local.Http;
using ParisPact.Local.Orchestrations;
using ParisPact.Local.Start;
using ParisPact.Local.Timers;

namespace ParisPact.Local.Hosting;

/// <summary>The host's own parts, added after the app's, so that the app's hosted services are up before the first trigger.</summary>
internal static class HostServices
{
    public static void Add(LocalPlan plan, WebApplicationBuilder web, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        var services = web.Services;
        var hostId = HostId(plan);
        var catalog = FunctionCatalog.Discover(plan.Classes ?? plan.Assembly.GetTypes(), web.Configuration);
        services.AddSingleton(catalog);
        services.AddSingleton(plan.Work);
        services.AddSingleton(provider => new FunctionRunner(provider, provider.GetRequiredService<ILoggerFactory>(), middleware, provider.GetRequiredService<TimeLimit>()));
        services.AddSingleton(provider => new TimeLimit(provider.GetRequiredService<HostJson>().FunctionTimeout, provider.GetRequiredService<ILoggerFactory>()));
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
        services.AddSingleton<BlobRuns>();
        services.AddSingleton<BlobTriggerService>();
        AddDurable(plan, services);

        // Stopped in the opposite order: first no new work is begun, then what runs may end.
        services.AddHostedService<Drain>();
        if (catalog.Functions.Any(function => function.Trigger is OrchestrationTriggerAttribute or ActivityTriggerAttribute))
        {
            services.AddHostedService(provider => provider.GetRequiredService<DurableEngine>());
        }

        services.AddHostedService(provider => provider.GetRequiredService<TimerService>());
        services.AddHostedService(provider => provider.GetRequiredService<BlobTriggerService>());
        if (plan.Console is not null)
        {
            services.AddSingleton<FunctionTable>();
            services.AddSingleton<ReceiptPrinter>();
            services.AddSingleton<SampleFiles>();
            services.AddHostedService<ConsoleFront>();
        }
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
        LocalEndpoints.Map(app, app.Services.GetRequiredService<LocalPlan>());
        AdminEndpoints.Map(app, catalog, app.Services.GetRequiredService<HandFiring>());
    }

    private static void AddDurable(LocalPlan plan, IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<WorkerOptions>>().Value.Serializer is { } serializer
            ? new SerializerConverter(serializer)
            : WireJson.Converter);
        services.AddSingleton<DurableBinding>();
        services.AddSingleton<IHistoryStore>(provider => plan.History ?? (plan.Storage is { } storage
            ? new TableHistoryStore(new TableServiceClient(storage), new BlobServiceClient(storage), provider.GetRequiredService<HostJson>().TaskHub)
            : new MemoryHistoryStore()));
        services.AddSingleton(provider => new DurableEngine(
            provider.GetRequiredService<DurableBinding>().Functions(),
            provider.GetRequiredService<IHistoryStore>(),
            plan.Time,
            plan.Work,
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<DataConverter>(),
            provider.GetRequiredService<HostJson>().ActivityParallelism));
        services.AddSingleton<DurableTaskClient, LocalDurableTaskClient>();
    }

    /// <summary>Names this app among those that share a storage account: lower case, at most 32 characters.</summary>
    private static string HostId(LocalPlan plan)
    {
        var name = new string([.. (plan.HostName ?? plan.Assembly.GetName().Name!).ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')]);
        return name[..Math.Min(32, name.Length)].Trim('-');
    }
}
