using System.Net.Http.Json;
using System.Text.Json;

namespace ParisPact.Benchmarks.Storage;

/// <summary>The partner whose files the app takes in.</summary>
internal static class TestPartner
{
    public const string Id = "benchmark";

    /// <param name="client">With a token of the secretariat.</param>
    public static async Task EnterAsync(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync("api/partners", new[] { new { id = Id, name = "Benchmark (sample)", kind = "organisation", countries = Array.Empty<string>(), people = Array.Empty<object>() } });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The newest receipt; null while there is none.</summary>
    public static async Task<JsonElement?> ReceiptAsync(HttpClient client)
    {
        var list = await client.GetFromJsonAsync<JsonElement>($"api/uploads?partner={Id}&limit=1");
        var items = list.GetProperty("items");
        return items.GetArrayLength() > 0 && items[0].GetProperty("state").GetString() != "working" ? items[0] : null;
    }

    /// <summary>A figure of work that was not done is no figure.</summary>
    public static async Task ExpectAsync(HttpClient client, int created, int unchanged)
    {
        var counts = await ReceiptAsync(client) is { } receipt ? receipt.GetProperty("counts") : throw new InvalidOperationException("There is no receipt.");
        if (counts.GetProperty("created").GetInt32() != created || counts.GetProperty("unchanged").GetInt32() != unchanged)
            throw new InvalidOperationException($"The receipt counts {counts}; {created} were to be created and {unchanged} left unchanged.");
    }
}
