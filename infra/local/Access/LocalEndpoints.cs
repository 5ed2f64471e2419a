using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParisPact.Local.Hosting;
using ParisPact.Local.Http;

namespace ParisPact.Local.Access;

/// <summary>What only this machine may ask: tokens, how to check them, and where the store is.</summary>
internal static class LocalEndpoints
{
    private static readonly string[] Roles = ["partner", "focal-point", "analyst", "coordinator", "secretariat"];

    public static void Map(IEndpointRouteBuilder endpoints, LocalPlan plan)
    {
        var local = endpoints.MapGroup("/local").OnlyLoopback();
        local.MapGet("/settings", () => Results.Json(new
        {
            storage = plan.Storage,
            data = plan.DataFolder,
            url = plan.Url,
            metadata = plan.Tokens?.MetadataAddress,
        }));
        if (plan.Tokens is not { } tokens)
        {
            return;
        }

        local.MapGet("/token", (HttpRequest request) => Token(request.Query, tokens));
        local.MapGet("/.well-known/openid-configuration", () => Results.Json(tokens.Metadata()));
        local.MapGet("/jwks", () => Results.Json(tokens.Keys()));
    }

    private static IResult Token(IQueryCollection query, LocalTokens tokens)
    {
        var roles = query["role"].SelectMany(value => value!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();
        var unknown = roles.Except(Roles).ToList();
        if (roles.Count == 0 || unknown.Count > 0)
        {
            var problem = roles.Count == 0 ? "The token needs a role." : $"There is no role '{unknown[0]}'.";
            return Results.Problem($"{problem} Roles are {string.Join(", ", Roles)}.", statusCode: StatusCodes.Status400BadRequest);
        }

        return Results.Text(tokens.Issue(new TokenRequest(roles, query["partner"], query["country"], query["name"], query["oid"])));
    }
}
