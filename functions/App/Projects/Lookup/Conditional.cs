using Microsoft.AspNetCore.Http;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Whether a caller has already what it asks for.</summary>
internal static class Conditional
{
    public static bool IsUnchanged(HttpRequest request, string etag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.ToString() == Answers.Quoted(etag));
}
