using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ParisPact.Functions.Intake;

/// <summary>The file of a request, read as it comes and never held in memory.</summary>
internal static class UploadBody
{
    /// <summary>True for what a reader throws where a form is none, or ends too early.</summary>
    public static bool IsBroken(Exception fault) => fault is IOException and not BadHttpRequestException or InvalidDataException;

    /// <summary>The body itself; or the first file of a form, with its name. No body where a form holds no file.</summary>
    public static async Task<(Stream? Body, string? Name)> OpenAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return (request.Body, null);
        if (HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is not { Length: > 0 and < 200 } boundary) return (null, null);
        var parts = new MultipartReader(boundary, request.Body);
        while (await parts.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } part)
            if (part.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
                return (part.Body, (disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString().Trim('"'));
        return (null, null);
    }
}
