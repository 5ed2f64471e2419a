using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace ParisPact.Local.Http;

/// <summary>Turns what a function returned into the response.</summary>
internal static class HttpAnswer
{
    /// <summary>A result writes itself; anything else is a 200 with an empty body, which is what the published worker makes of it.</summary>
    public static Task Write(HttpContext http, object? value) => value switch
    {
        IActionResult result => result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        IResult result => result.ExecuteAsync(http),
        _ => Task.CompletedTask,
    };

    /// <summary>500 with an empty body; a response that is under way is broken off.</summary>
    public static void Fail(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
