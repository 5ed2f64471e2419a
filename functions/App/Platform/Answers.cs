using System.Text;
using Microsoft.AspNetCore.Http;

namespace ParisPact.Functions.Platform;

/// <summary>The forms of answers that every part of the contract shares.</summary>
internal static class Answers
{
    public static IResult Ok<T>(T value) => Results.Json(value, ContractJson.Options);

    /// <summary><c>{ "items": […], "next": "cursor or null" }</c>.</summary>
    public static IResult List<T>(IReadOnlyList<T> items, string? next) => Results.Json(new Listing<T>(items, next), ContractJson.Options);

    /// <summary>A single thing with its version, for <c>If-Match</c>.</summary>
    public static IResult Tagged<T>(HttpRequest request, T value, string etag, int status = StatusCodes.Status200OK)
    {
        request.HttpContext.Response.Headers.ETag = Quoted(etag);
        return Results.Json(value, ContractJson.Options, statusCode: status);
    }

    /// <summary>What takes time: where to ask for it.</summary>
    public static IResult Accepted<T>(HttpRequest request, string location, T value)
    {
        request.HttpContext.Response.Headers.Location = location;
        request.HttpContext.Response.Headers.RetryAfter = "1";
        return Results.Json(value, ContractJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    public static IResult Text(string text, string contentType, string? fileName = null) =>
        fileName is null ? Results.Text(text, contentType, Encoding.UTF8) : Results.File(Encoding.UTF8.GetBytes(text), contentType, fileName);

    /// <summary>An entity tag in its quotes, whichever way storage or a caller wrote it.</summary>
    public static string Quoted(string etag) => etag.StartsWith('"') || etag.StartsWith("W/", StringComparison.Ordinal) ? etag : $"\"{etag}\"";

    private sealed record Listing<T>(IReadOnlyList<T> Items, string? Next);
}
