using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using ParisPact.Local.Start;

namespace ParisPact.Local.Hosting;

/// <summary>What every app of functions finds before it adds its own.</summary>
internal static class WorkerDefaults
{
    public static WebApplicationBuilder Begin(LocalPlan plan)
    {
        var host = HostJson.Read(plan.Folder);
        var web = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = plan.Args,
            ApplicationName = plan.Assembly.GetName().Name,
            ContentRootPath = plan.Folder,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Development,
        });
        web.Configuration.AddEnvironmentVariables("AZURE_FUNCTIONS_");
        web.Configuration.AddInMemoryCollection(plan.Settings);
        web.Services.AddSingleton(plan);
        web.Services.AddSingleton(host);
        web.Services.AddSingleton(plan.Time);
        web.Services.AddMvcCore();
        foreach (var foundation in plan.Foundations)
        {
            web.Services.AddSingleton(foundation);
        }

        Log(web.Logging, plan, host);
        Listen(web, plan.Port);
        return web;
    }

    public static IHost Build(LocalPlan plan, WebApplicationBuilder web, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware, bool servesHttp)
    {
        HostServices.Add(plan, web, middleware);
        var app = web.Build();
        HostServices.Map(app, servesHttp);
        return plan is { Signals: { } signals, Port: { } port } ? new ForegroundHost(app, signals, port) : app;
    }

    private static void Log(ILoggingBuilder logging, LocalPlan plan, HostJson host)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Azure", LogLevel.Warning)
            .AddFilter("System.Net.Http", LogLevel.Warning)
            // It logs what keeps a host from starting, with a stack trace, before it throws it; what is thrown is told once, and in one line where it can be.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            .AddConfiguration(host.Logging);
        if (plan.Log is { } log)
        {
            logging.AddProvider(log);
            return;
        }

        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
    }

    /// <summary>The loopback addresses only: this host serves one person, at this machine.</summary>
    private static void Listen(WebApplicationBuilder web, int? port)
    {
        if (port is not { } number)
        {
            web.Services.AddSingleton<IServer, NoServer>();
            return;
        }

        web.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            if (number == 0)
            {
                kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            }
            else
            {
                kestrel.ListenLocalhost(number);
            }
        });
    }
}
