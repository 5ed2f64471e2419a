using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ParisPact.Tests.Http;

public static class MiddlewareFunctions
{
    [Function("WhoAmI")]
    public static IResult WhoAmI([HttpTrigger] HttpRequest request) =>
        Results.Text($"{request.HttpContext.User.Identity?.Name} {request.HttpContext.Items["order"]}");

    /// <summary>Names the caller, or turns it away.</summary>
    public sealed class Access : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            var http = context.GetHttpContext()!;
            Note(http, "access");
            if (!http.Request.Headers.TryGetValue("x-name", out var name))
            {
                context.GetInvocationResult().Value = new ObjectResult(new ProblemDetails { Title = "Who are you?" }) { StatusCode = 401 };
                return;
            }

            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name!)], "test"));
            await next(context);
        }
    }

    /// <summary>Replaces what the function returned.</summary>
    public sealed class Replacing : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            Note(context.GetHttpContext()!, "replacing");
            await next(context);
            var result = context.GetInvocationResult<IResult>();
            context.GetHttpContext()!.Response.Headers["x-was"] = result.Value!.GetType().Name;
        }
    }

    private static void Note(HttpContext http, string name) => http.Items["order"] = $"{http.Items["order"]} {name}".Trim();
}
