using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Functions;

namespace ParisPact.Local.Http;

/// <summary>Serves the HTTP functions on the app's web server, under the host's prefix.</summary>
internal sealed class HttpFunctions(FunctionRunner runner, IHostApplicationLifetime lifetime)
{
    public void Map(IEndpointRouteBuilder endpoints, IEnumerable<FunctionEntry> functions, string prefix)
    {
        foreach (var function in functions)
        {
            var trigger = (HttpTriggerAttribute)function.Trigger;
            var template = Template(prefix, trigger.Route ?? function.Name);
            RequestDelegate serve = http => Serve(http, function);
            (trigger.Methods is { Length: > 0 } methods
                    ? endpoints.MapMethods(template, methods.Select(method => method.ToUpperInvariant()), serve)
                    : endpoints.Map(template, serve))
                .WithDisplayName(function.Name)
                .WithMetadata(function);
        }
    }

    /// <summary>The path that a function answers to, as a route template from the root.</summary>
    public static string Template(string prefix, string route) => "/" + (prefix.Length == 0 ? "" : prefix + "/") + route.TrimStart('/');

    private async Task Serve(HttpContext http, FunctionEntry function)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var invocation = new Invocation(function, $"{http.Request.Method} {http.Request.Path}", cancellation.Token)
        {
            Bind = (parameter, context) => HttpParameters.Bind(parameter, http, context),
            BindingData = http.Request.RouteValues.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase),
            Items = new Dictionary<object, object> { [HttpItems.Context] = http },
            Services = http.RequestServices,
        };
        try
        {
            await runner.Run(invocation, context => HttpAnswer.Write(http, context.Result.Value), LogLevel.Debug);
        }
        catch (Exception)
        {
            // The runner has logged it. The caller learns nothing but that it failed, as in Azure.
            HttpAnswer.Fail(http);
        }
    }
}
