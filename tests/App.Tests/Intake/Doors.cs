using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Queues;
using ParisPact.Domain.Partners;

namespace ParisPact.Tests.Intake;

public enum Door
{
    Blob,
    Request,
    Link,
}

/// <summary>Sends a file through any door and waits for its receipt.</summary>
internal static class Doors
{
    /// <param name="name">As the file is called; may be anything.</param>
    public static async Task<JsonElement> SendThroughAsync(this RunningApp app, Door door, PartnerId partner, string name, byte[] content)
    {
        if (door == Door.Blob)
        {
            await app.DropAsync($"{partner}/{name}", content);
            return await app.NewestReceiptAsync(partner.Value);
        }

        using var client = app.Client("partner", partner.Value, name: "The sender");
        if (door == Door.Request) return await app.SendAsync(client, Uri.EscapeDataString(name), content);
        var link = await client.LinkAsync(name);
        using var written = await WriteAsync(link, content);
        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        await app.Host.TakeBlobs(TestContext.Current.CancellationToken);
        var list = await client.GetJsonAsync(link.Text("receipt")[1..]);
        return await app.ReceiptAsync(Assert.Single(list.GetProperty("items").EnumerateArray()).Text("upload"));
    }

    /// <summary>A link to write one file to.</summary>
    public static async Task<JsonElement> LinkAsync(this HttpClient client, string name, string query = "")
    {
        using var answer = await client.PostAsync($"api/uploads/links?name={Uri.EscapeDataString(name)}{query}", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>Writes to a link as somebody does who has nothing else.</summary>
    public static async Task<HttpResponseMessage> WriteAsync(JsonElement link, byte[] content)
    {
        using var anonymous = new HttpClient();
        using var body = new ByteArrayContent(content);
        foreach (var header in link.GetProperty("headers").EnumerateObject()) body.Headers.Add(header.Name, header.Value.GetString());
        return await anonymous.PutAsync(new Uri(link.Text("url")), body, TestContext.Current.CancellationToken);
    }

    /// <summary>How many blobs the host has given up.</summary>
    public static async Task<int> PoisonedAsync(this RunningApp app)
    {
        var queue = new QueueClient(app.Connection, "webjobs-blobtrigger-poison");
        if (!await queue.ExistsAsync(TestContext.Current.CancellationToken)) return 0;
        return (await queue.GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount;
    }
}
