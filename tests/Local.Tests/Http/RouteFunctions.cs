using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Tests.Http;

public sealed class RouteFunctions(TimeProvider time)
{
    [Function("Keyed")]
    public IActionResult Keyed([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        new OkObjectResult(new { request.Method, HasClock = time is not null });

    [Function("GetThing")]
    public static IResult GetThing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{partner:alpha}/{id:int?}")] HttpRequest request, string partner, int? id) =>
        Results.Json(new { partner, id, request.Path.Value });

    [Function("PutThing")]
    public static IResult PutThing([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "things/{partner:alpha}/{id:int?}")] HttpRequest request, Guid id) =>
        Results.Text($"{request.Method} {id}");

    [Function("Facets")]
    public static IResult Facets([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/facets/all")] HttpRequest request) =>
        Results.Text("facets " + request.Query["q"]);

    [Function("File")]
    public static IResult File([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request, string path, FunctionContext context, CancellationToken cancellation, string missing = "default") =>
        Results.Json(new { path, context.FunctionDefinition.Name, cancellation.CanBeCanceled, missing, data = context.BindingContext.BindingData["path"], request.Host.Value });
}
