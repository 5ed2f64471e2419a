using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ParisPact.Functions.Platform;

/// <summary>In which form a caller wants an answer: <c>?format=</c>, or else the <c>Accept</c> header.</summary>
internal static class Wanted
{
    /// <param name="forms">Name of each form and its media type; the first is what somebody gets who does not say.</param>
    /// <returns>The name; null where the caller wants what is not to be had.</returns>
    public static string? Form(HttpRequest request, params ReadOnlySpan<(string Name, string MediaType)> forms)
    {
        if (request.Query["format"].ToString() is { Length: > 0 } named)
        {
            foreach (var (name, _) in forms)
                if (string.Equals(name, named, StringComparison.OrdinalIgnoreCase)) return name;
            return null;
        }

        var accepted = request.GetTypedHeaders().Accept.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1).ToList();
        foreach (var range in accepted)
            foreach (var (name, mediaType) in forms)
                if (new MediaTypeHeaderValue(mediaType).IsSubsetOf(range)) return name;
        // A caller that names only what we do not have still gets an answer that it may well read, as RFC 9110 12.4.1 allows.
        return forms[0].Name;
    }
}
