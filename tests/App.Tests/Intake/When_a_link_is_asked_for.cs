using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ParisPact.Tests.Intake;

[Collection(RunningAppTests.Name)]
public sealed class When_a_link_is_asked_for(RunningApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_file_can_be_written_to_it_and_nothing_read()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value, name: "The sender");
        using var answer = await client.PostAsync("api/uploads/links?name=large%20file.csv&dryRun=true", null, Stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var link = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        var address = new Uri(link.Text("url"));
        Assert.EndsWith("/large%20file.csv", address.AbsolutePath, StringComparison.Ordinal);

        using var anonymous = new HttpClient();
        using var content = new StringContent(SampleFiles.Csv(1));
        content.Headers.Add("x-ms-blob-type", "BlockBlob");
        content.Headers.Add("x-ms-meta-mode", "complete");
        using var written = await anonymous.PutAsync(address, content, Stop);
        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        using var read = await anonymous.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        using var elsewhere = new StringContent("x");
        elsewhere.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var other = await anonymous.PutAsync(new Uri(link.Text("url").Replace("large", "other", StringComparison.Ordinal)), elsewhere, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);

        await app.Host.TakeBlobs(Stop);
        var list = await client.GetJsonAsync(link.Text("receipt")[1..]);
        var receipt = await app.ReceiptAsync(Assert.Single(list.GetProperty("items").EnumerateArray()).Text("upload"));
        Assert.Equal("The sender", receipt.Text("by"));
        Assert.True(receipt.GetProperty("dryRun").GetBoolean());
        Assert.Equal("add", receipt.Text("mode"));
    }
}
