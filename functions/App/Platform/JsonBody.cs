using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ParisPact.Functions.Platform;

/// <summary>A request's body, read whole, but never more of it than is reasonable.</summary>
internal static class JsonBody
{
    private const int Largest = 1_000_000;

    /// <summary>The value, or what is wrong with the body.</summary>
    public static async Task<(T? Value, string? Mistake)> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        if (await BytesAsync(request, Largest) is not { } bytes) return (null, "The body is larger than 1 MB.");
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, ContractJson.Options) is { } value ? (value, null) : (null, "The body holds nothing.");
        }
        catch (JsonException mistake)
        {
            var where = mistake.Path is { Length: > 1 } path ? $"at {path}" : $"in line {(mistake.LineNumber ?? 0) + 1}";
            return (null, $"The body is not the JSON that is expected here: see {where}.");
        }
    }

    /// <summary>Null where it is larger.</summary>
    public static async Task<byte[]?> BytesAsync(HttpRequest request, int largest)
    {
        if (request.ContentLength > largest) return null;
        using var body = new MemoryStream();
        var buffer = new byte[16_384];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var read)
        {
            if (body.Length + read > largest) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
