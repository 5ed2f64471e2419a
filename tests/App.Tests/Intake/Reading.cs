using System.Net.Http.Json;
using System.Text.Json;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;

namespace ParisPact.Tests.Intake;

/// <summary>Looks at answers and at the register.</summary>
internal static class Reading
{
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    public static (int Created, int Updated, int Unchanged, int Rejected, int Withdrawn) Counts(this JsonElement receipt)
    {
        var counts = receipt.GetProperty("counts");
        int Of(string name) => counts.GetProperty(name).GetInt32();
        return (Of("created"), Of("updated"), Of("unchanged"), Of("rejected"), Of("withdrawn"));
    }

    /// <summary>Reference, outcome and line of each record.</summary>
    public static string[] Records(this JsonElement receipt) =>
        [.. receipt.GetProperty("records").EnumerateArray().Select(record => $"{record.Text("reference")} {record.Text("outcome")} {record.GetProperty("line")}")];

    /// <summary>Rule, severity and line of each problem.</summary>
    public static string[] Problems(this JsonElement receipt) =>
        [.. receipt.GetProperty("problems").EnumerateArray().Select(problem => $"{problem.Text("rule")} {problem.Text("severity")} {problem.GetProperty("line")}")];

    public static Task<JsonElement> GetJsonAsync(this HttpClient client, string address) => client.GetFromJsonAsync<JsonElement>(address, TestContext.Current.CancellationToken);

    public static Task<StoredProject?> ProjectAsync(this RunningApp app, PartnerId partner, string reference) =>
        app.Get<Register>().GetAsync(partner, ProjectReference.From(reference)!, TestContext.Current.CancellationToken);

    /// <summary>The receipt is there a little before the last of the tidying up.</summary>
    public static Task NothingIsStagedAsync(this RunningApp app, string upload) =>
        RunningApp.UntilAsync(async () => (await app.StagedAsync(upload)).Count == 0, $"nothing of {upload} is staged any more");

    /// <summary>What is left in the staging area of an upload.</summary>
    public static async Task<IReadOnlyList<string>> StagedAsync(this RunningApp app, string upload)
    {
        var names = new List<string>();
        var container = await app.Get<Storage>().ContainerAsync(StagingArea.Container);
        await foreach (var blob in container.GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, upload, TestContext.Current.CancellationToken)) names.Add(blob.Name);
        return names;
    }
}
