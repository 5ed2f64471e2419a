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

    /// <summary>The receipt of a file as it stands now; null while there is none.</summary>
    public static async Task<JsonElement?> ReceiptAsync(HttpClient client, string file)
    {
        var list = await client.GetFromJsonAsync<JsonElement>($"api/uploads?blob={Id}/{file}");
        var items = list.GetProperty("items");
        return items.GetArrayLength() > 0 && items[0].GetProperty("state").GetString() != "working" ? items[0] : null;
    }

    /// <summary>Waits for the receipt of a file.</summary>
    public static async Task TakenAsync(HttpClient client, string file)
    {
        while (await ReceiptAsync(client, file) is null) await Task.Delay(TimeSpan.FromMilliseconds(50));
    }

    /// <summary>A figure of work that was not done is no figure.</summary>
    public static async Task ExpectAsync(HttpClient client, string file, int created, int unchanged)
    {
        var counts = await ReceiptAsync(client, file) is { } receipt ? receipt.GetProperty("counts") : throw new InvalidOperationException("There is no receipt.");
        if (counts.GetProperty("created").GetInt32() != created || counts.GetProperty("unchanged").GetInt32() != unchanged)
            throw new InvalidOperationException($"The receipt counts {counts}; {created} were to be created and {unchanged} left unchanged.");
    }
}
