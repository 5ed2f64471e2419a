using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>In which form projects are asked for.</summary>
internal enum AnswerFormat
{
    /// <summary>A page of summaries, as JSON.</summary>
    Page,

    /// <summary>All matches as JSON, as an upload would have them.</summary>
    Json,

    /// <summary>All matches as a table in the columns of the template.</summary>
    Csv,

    /// <summary>All matches as a workbook in the columns of the template.</summary>
    Xlsx,

    /// <summary>All matches as IATI activities 2.03.</summary>
    Iati,
}

/// <summary>Reads the form that a request asks for: <c>?format=</c> first, then <c>Accept</c>.</summary>
internal static class AnswerFormats
{
    public const string Csv = "text/csv";

    /// <summary>What is sent with a CSV.</summary>
    public const string CsvInUtf8 = "text/csv; charset=utf-8";

    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public const string Xml = "application/xml";

    public const string Json = "application/json";

    /// <returns>Null for a form that is not to be had.</returns>
    public static AnswerFormat? Of(HttpRequest request) => request.Query["format"].ToString().ToLowerInvariant() switch
    {
        "" => OfAccept(request.Headers.Accept),
        "json" => AnswerFormat.Json,
        "csv" => AnswerFormat.Csv,
        "xlsx" => AnswerFormat.Xlsx,
        "iati" or "xml" => AnswerFormat.Iati,
        _ => null,
    };

    private static AnswerFormat? OfAccept(StringValues accept)
    {
        if (!MediaTypeHeaderValue.TryParseList([.. accept.OfType<string>()], out var types) || types.Count == 0) return AnswerFormat.Page;
        foreach (var type in types.Where(static type => type.Quality is not 0).OrderByDescending(static type => type.Quality ?? 1.0))
        {
            if (type.MatchesAllTypes || type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase)) return AnswerFormat.Page;
            // A browser asks for HTML, which these addresses do not have, and shows JSON.
            if (type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)) return AnswerFormat.Page;
            if (type.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("text/*", StringComparison.OrdinalIgnoreCase)) return AnswerFormat.Csv;
            if (type.MediaType.Equals(Xlsx, StringComparison.OrdinalIgnoreCase)) return AnswerFormat.Xlsx;
            if (type.MediaType.Value is "application/xml" or "text/xml" or "application/iati+xml") return AnswerFormat.Iati;
        }

        return null;
    }
}
