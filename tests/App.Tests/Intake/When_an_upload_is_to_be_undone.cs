using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;

namespace ParisPact.Tests.Intake;

[Collection(RunningAppTests.Name)]
public sealed class When_an_upload_is_to_be_undone(RunningApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_taken_back_as_a_whole_and_its_receipt_says_so()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        await app.SendAsync(client, "a.csv", SampleFiles.Csv(1));
        var wrong = await app.SendAsync(client, "b.csv", SampleFiles.Csv(2, "Wrong"));
        using var trial = await client.PostAsync($"api/uploads/{wrong.Text("upload")}/take-back?dryRun=true", null, Stop);
        Assert.Equal("2 projects would be as before this upload.", (await trial.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("sentence"));
        using var answer = await client.PostAsync($"api/uploads/{wrong.Text("upload")}/take-back", null, Stop);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var receipt = await app.ReceiptAsync(wrong.Text("upload"));
        Assert.Contains("1 project that it had added was withdrawn and 1 project was restored to what it had been before.", receipt.Text("sentence"), StringComparison.Ordinal);
        Assert.Equal("Sample project 1", (await app.ProjectAsync(partner, "P-1"))?.Project.Title);
        Assert.True((await app.ProjectAsync(partner, "P-2"))?.Withdrawn);
        using var again = await client.PostAsync($"api/uploads/{wrong.Text("upload")}/take-back", null, Stop);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task It_is_not_while_something_newer_stands_on_it()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var first = await app.SendAsync(client, "a.csv", SampleFiles.Csv(1));
        await app.SendAsync(client, "b.csv", SampleFiles.Csv(1, "Newer"));
        using var answer = await client.PostAsync($"api/uploads/{first.Text("upload")}/take-back", null, Stop);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("P-1", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("references")[0].GetString());
        Assert.Equal("Newer 1", (await app.ProjectAsync(partner, "P-1"))?.Project.Title);
    }

    [Fact]
    public async Task What_is_taken_down_is_gone_from_files_and_receipts_too()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var one = await app.SendAsync(client, "one.csv", SampleFiles.Csv(2, "Dangerous"));
        var two = await app.SendAsync(client, "two.csv", SampleFiles.Csv(1, first: 2));
        var id = ProjectReference.From("P-1")!.Id;
        using var secretariat = app.Secretariat;
        using var answer = await secretariat.PostAsync($"api/projects/{partner}/{id}/takedown?reason=Safety", null, Stop);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await RunningApp.UntilAsync(
            async () =>
            {
                using var state = await secretariat.GetAsync($"api/projects/{partner}/{id}/takedown", Stop);
                return state.StatusCode == HttpStatusCode.OK;
            },
            "the project is taken down");

        Assert.Null(await app.ProjectAsync(partner, "P-1"));
        var receipt = await app.ReceiptAsync(one.Text("upload"));
        Assert.Equal(["P-2 created 3"], receipt.Records());
        Assert.Contains("1 record was removed from this receipt later, because its project was taken down.", receipt.Text("sentence"), StringComparison.Ordinal);
        var files = new List<string>();
        var uploads = await app.Get<Storage>().ContainerAsync("uploads");
        await foreach (var blob in uploads.GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, $"{partner}/", Stop)) files.Add(blob.Name);
        Assert.EndsWith("/two.csv", Assert.Single(files), StringComparison.Ordinal);
        Assert.Equal(two.Records(), (await app.ReceiptAsync(two.Text("upload"))).Records());
        var again = await app.SendAsync(client, "again.csv", SampleFiles.Csv(1));
        Assert.Equal(["project.taken-down error 2"], again.Problems());
    }

    [Fact]
    public async Task Only_the_secretariat_takes_down()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        using var answer = await client.PostAsync($"api/projects/{partner}/{ProjectReference.From("P-1")!.Id}/takedown", null, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
