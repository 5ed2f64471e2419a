using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ParisPact.Functions.Platform;

/// <summary>What a caller says about the version that it means to change.</summary>
/// <param name="IfMatch">
/// The one version; <see cref="ETag.All"/> for whichever there is; null where the caller did not say. A header that names none or several
/// matches no version, since it must not pass for one that was not sent.
/// </param>
/// <param name="MustBeNew"><c>If-None-Match: *</c>.</param>
internal sealed record Precondition(ETag? IfMatch, bool MustBeNew)
{
    private static readonly ETag Unknown = new("unknown");

    public static Precondition Of(HttpRequest request)
    {
        var headers = request.GetTypedHeaders();
        var match = headers.IfMatch is [var only] ? Tag(only) : request.Headers.IfMatch.Count > 0 ? Unknown : (ETag?)null;
        return new Precondition(match, headers.IfNoneMatch is [var none] && none.Equals(EntityTagHeaderValue.Any));
    }

    /// <summary>Tables hand out weak tags and want them back as they were; callers send them either way.</summary>
    public bool Holds(ETag current) => IfMatch is not { } wanted || wanted == ETag.All || Bare(wanted) == Bare(current);

    private static ETag Tag(EntityTagHeaderValue value) => value.Equals(EntityTagHeaderValue.Any) ? ETag.All : new ETag(value.ToString());

    private static string Bare(ETag tag) => tag.ToString("G").Replace("W/", "", StringComparison.Ordinal).Trim('"');
}
