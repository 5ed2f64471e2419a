using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ParisPact.Local.Http;

/// <summary>Keeps what only the person at this machine may use from everybody else, web pages in that person's browser included.</summary>
internal static class Loopback
{
    /// <summary>Answers 403 to a caller from another machine, to a name that is not this machine's, and to another site's page.</summary>
    public static TBuilder OnlyLoopback<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (context, next) =>
            Allows(context.HttpContext) ? await next(context) : Results.StatusCode(StatusCodes.Status403Forbidden));

    public static bool Allows(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLocalName(http.Request.Host.Host)
        && http.Request.Headers["Sec-Fetch-Site"] is not ["cross-site"];

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
