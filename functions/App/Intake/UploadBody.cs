using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>The file of a request, never held in memory.</summary>
internal static class UploadBody
{
    /// <summary>True for what a reader throws where a form is none, or ends too early.</summary>
    public static bool IsBroken(Exception fault) => fault is IOException and not BadHttpRequestException or InvalidDataException;

    /// <summary>The body itself; or the file of a form, with its name.</summary>
    /// <returns>No body, and what is wrong, where a form holds no file or more than one.</returns>
    public static async Task<(Stream? Body, string? Name, string? Fault)> OpenAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return (request.Body, null, null);
        const string nothing = "The form holds no file.";
        if (HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is not { Length: > 0 and < 200 } boundary) return (null, null, nothing);
        var parts = new MultipartReader(boundary, request.Body);
        if (await NextAsync(parts, request) is not { } first) return (null, null, nothing);
        // Whether another file follows is known only behind the first.
        var file = TemporaryFile.Create();
        request.HttpContext.Response.RegisterForDisposeAsync(file);
        await first.Body.CopyToAsync(file, request.HttpContext.RequestAborted);
        if (await NextAsync(parts, request) is not null) return (null, null, "The form holds several files. Send each in a request of its own, so that each has its receipt.");
        file.Position = 0;
        return (file, first.Name, null);
    }

    private static async Task<(Stream Body, string Name)?> NextAsync(MultipartReader parts, HttpRequest request)
    {
        while (await parts.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } part)
            if (part.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
                return (part.Body, (disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString().Trim('"'));
        return null;
    }
}
