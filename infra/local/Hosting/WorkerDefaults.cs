using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ParisPact.Local.Hosting;

/// <summary>The services that every app of functions finds, before its own and after.</summary>
internal static class WorkerDefaults
{
    public static WebApplicationBuilder Begin(LocalPlan plan)
    {
        var web = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = plan.Args,
            ApplicationName = plan.Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        web.Configuration.AddInMemoryCollection(plan.Settings);
        web.Services.TryAddSingleton(plan.Time);
        return web;
    }

    public static IHost Build(LocalPlan plan, WebApplicationBuilder web, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware, bool servesHttp)
    {
        return web.Build();
    }
}
