using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ParisPact.Functions.Platform;

/// <summary>Whether a caller has already what it asks for.</summary>
internal static class Conditional
{
    /// <summary>The answer 304 with the tag, where <c>If-None-Match</c> names it, weak or strong, or is <c>*</c> (RFC 9110, 13.1.2); else null.</summary>
    public static IResult? Unchanged(HttpRequest request, string etag)
    {
        var tag = EntityTagHeaderValue.Parse(Answers.Quoted(etag));
        if (!request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))) return null;
        request.HttpContext.Response.Headers.ETag = tag.ToString();
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }
}
