using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using ParisPact.Local.Functions;

namespace ParisPact.Local.Http;

/// <summary>A method that no function of the path takes is 404 in Azure; ASP.NET Core alone would say 405.</summary>
internal static class WrongMethodIsNotFound
{
    public static void Use(IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed
            && http.GetEndpoint()?.Metadata.GetMetadata<FunctionEntry>() is null
            && !http.Response.HasStarted)
        {
            http.Response.Headers.Remove(HeaderNames.Allow);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    });
}
