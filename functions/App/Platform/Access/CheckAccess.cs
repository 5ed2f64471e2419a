using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace ParisPact.Functions.Platform.Access;

/// <summary>Stands before every HTTP function: no token, no answer; the wrong role, no answer.</summary>
internal sealed class CheckAccess : IFunctionsWorkerMiddleware
{
    private const string Scheme = "Bearer ";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        if (await Refusal(context, http) is { } problem)
        {
            if (problem.Status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = Token(http.Request) is null ? "Bearer" : "Bearer error=\"invalid_token\"";
            Problems.Answer(context, problem);
            return;
        }

        await next(context);
    }

    private static async Task<ProblemDetails?> Refusal(FunctionContext context, HttpContext http)
    {
        var permission = Permissions.Of(context.FunctionDefinition.Name);
        if (permission is null) return Problem(StatusCodes.Status403Forbidden, "Not allowed", "Nobody may call this.");
        if (permission.WithoutToken) return null;
        if (Token(http.Request) is not { } token) return Problem(StatusCodes.Status401Unauthorized, "Sign in first", "The request carries no bearer token.");
        ClaimsIdentity? identity;
        try
        {
            identity = await context.InstanceServices.GetRequiredService<TokenCheck>().CheckAsync(token);
        }
        catch (TransientFailure unreachable)
        {
            return Problem(StatusCodes.Status503ServiceUnavailable, "Try again in a moment", unreachable.Message);
        }

        if (identity is null) return Problem(StatusCodes.Status401Unauthorized, "Sign in again", "The token is not valid, or no longer.");
        http.User = new ClaimsPrincipal(identity);
        var caller = await context.InstanceServices.GetRequiredService<CallerReader>().ReadAsync(identity);
        http.Items[typeof(Caller)] = caller;
        return permission.Includes(caller) ? null : Problem(StatusCodes.Status403Forbidden, "Not allowed", "Your role may not do this.");
    }

    private static string? Token(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;

    private static ProblemDetails Problem(int status, string title, string detail) => new() { Status = status, Title = title, Detail = detail };
}
