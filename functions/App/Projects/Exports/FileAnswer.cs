using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>A file that is written while it is sent; it stops when nobody receives it any more.</summary>
internal sealed class FileAnswer(string contentType, string name, Func<Stream, CancellationToken, Task> write) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = contentType;
        response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{name}\"";
        response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        await write(response.Body, httpContext.RequestAborted).ConfigureAwait(false);
    }
}
