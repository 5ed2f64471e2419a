using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParisPact.Local.Functions;
using ParisPact.Local.Hosting;

namespace ParisPact.Local.Http;

/// <summary>The host's own addresses: its landing page, its state, and firing a function by hand.</summary>
internal static class AdminEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, FunctionCatalog catalog, HandFiring firing)
    {
        endpoints.MapGet("/", () => Results.Text("Your functions app is up and running."));
        endpoints.MapGet("/admin/host/status", () => Results.Json(new
        {
            id = catalog.Functions.Count == 0 ? "" : catalog.Functions[0].Method.DeclaringType!.Assembly.GetName().Name,
            state = "Running",
            version = HostVersion.Text,
        })).OnlyLoopback();
        endpoints.MapPost("/admin/functions/{name}", (HttpContext http, string name) => Fire(http, name, catalog, firing)).OnlyLoopback();
    }

    private static async Task<IResult> Fire(HttpContext http, string name, FunctionCatalog catalog, HandFiring firing)
    {
        if (catalog.Find(name) is not { } function)
        {
            return Results.NotFound();
        }

        if (!http.Request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            var input = body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("input", out var given) ? given.Clone() : default;
            return firing.Fire(function, input) is { } refusal
                ? Results.Problem(refusal, statusCode: StatusCodes.Status400BadRequest)
                : Results.Accepted();
        }
        catch (JsonException problem)
        {
            return Results.Problem(problem.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
