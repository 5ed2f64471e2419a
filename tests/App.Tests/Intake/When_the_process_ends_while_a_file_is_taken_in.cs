using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;
using ParisPact.Local.Access;
using ParisPact.Local.Hosting;

namespace ParisPact.Tests.Intake;

/// <summary>On a store of its own, since two hosts on one store would do each other's work.</summary>
public sealed class When_the_process_ends_while_a_file_is_taken_in : IAsyncLifetime
{
    private const int Projects = 30;
    private readonly AzuriteServer _azurite = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _azurite.InitializeAsync();

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    [Fact]
    public async Task Another_process_goes_on_and_nothing_is_doubled_or_lost()
    {
        var counted = new Halt(0, false);
        int writes;
        await using (var undisturbed = await StartAsync(counted))
        {
            var partner = await DropAsync(undisturbed, "first");
            counted.IsArmed = true;
            await undisturbed.TakeBlobs(Stop);
            await ReceiptIsWholeAsync(undisturbed, partner);
            writes = counted.Writes;
        }

        Assert.InRange(writes, 8, 500);
        // Sample points over the whole of it: the book, the staged parts, the register, the receipt.
        var points = Enumerable.Range(0, 7).Select(point => 1 + (point * (writes - 1) / 6));
        var halted = 0;
        foreach (var (number, at) in points.Index())
        {
            var halt = new Halt(at, afterwards: number % 2 == 1);
            var dying = await StartAsync(halt);
            var partner = await DropAsync(dying, $"crash-{number}");
            halt.IsArmed = true;
            var looking = dying.TakeBlobs(CancellationToken.None);
            if (await Task.WhenAny(halt.Happened, looking) == halt.Happened) halted++;
            // Two runs differ by a write or so: a halt behind the last one is none, and the receipt must be there all the same.
            await dying.DisposeAsync();

            await using var next = await StartAsync(new Halt(0, false));
            await next.TakeBlobs(Stop);
            await ReceiptIsWholeAsync(next, partner);
        }

        Assert.InRange(halted, 5, 7);
    }

    private async Task<LocalHost> StartAsync(Halt halt) => await LocalHost.Start(
        new LocalPlan { Assembly = typeof(Composition).Assembly, Storage = _azurite.Connection, Port = 0, WatchesBlobs = false, Log = new ErrorLog() },
        builder =>
        {
            Composition.Configure(builder);
            var (blobs, tables) = (new BlobClientOptions(), new TableClientOptions());
            blobs.AddPolicy(halt, HttpPipelinePosition.PerCall);
            tables.AddPolicy(halt, HttpPipelinePosition.PerCall);
            builder.Services.AddSingleton(new Storage(new BlobServiceClient(_azurite.Connection, blobs), new TableServiceClient(_azurite.Connection, tables), StorageNames.Plain));
            builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        });

    private async Task<PartnerId> DropAsync(LocalHost host, string partner)
    {
        var id = PartnerId.Parse(partner);
        await host.Services.GetRequiredService<PartnerDirectory>().PutAsync(new Partner(id, "Sample partner", PartnerKind.Organisation, [], []), new Precondition(null, MustBeNew: false), Stop);
        var container = new BlobContainerClient(_azurite.Connection, "uploads");
        await container.CreateIfNotExistsAsync(cancellationToken: Stop);
        await container.GetBlobClient($"{partner}/a.csv").UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(SampleFiles.Csv(Projects))), Stop);
        return id;
    }

    private static async Task ReceiptIsWholeAsync(LocalHost host, PartnerId partner)
    {
        using var client = host.CreateClient(new TokenRequest(["partner"], partner.Value, null, null));
        JsonElement receipt = default;
        await RunningApp.UntilAsync(
            async () =>
            {
                var items = (await client.GetJsonAsync("api/uploads")).GetProperty("items");
                if (items.GetArrayLength() == 0) return false;
                var upload = Assert.Single(items.EnumerateArray()).Text("upload");
                using var answer = await client.GetAsync($"api/uploads/{upload}", Stop);
                if (answer.StatusCode != System.Net.HttpStatusCode.OK) return false;
                receipt = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
                return true;
            },
            $"{partner} has a receipt");
        Assert.True(receipt.Counts() == (Projects, 0, 0, 0, 0), receipt.GetRawText());
        Assert.Equal(Enumerable.Range(1, Projects).Select(number => $"P-{number} created {number + 1}"), receipt.Records());
        var register = host.Services.GetRequiredService<Register>();
        for (var number = 1; number <= Projects; number++)
            Assert.Equal(1, (await register.GetAsync(partner, ProjectReference.From($"P-{number}")!, Stop))?.Version);
        // The receipt is there a little before the last of the tidying up.
        await RunningApp.UntilAsync(async () => await StagedAsync(host, receipt.Text("upload")) == 0, "nothing is staged any more");
    }

    private static async Task<int> StagedAsync(LocalHost host, string upload)
    {
        var staged = await host.Services.GetRequiredService<Storage>().ContainerAsync(StagingArea.Container);
        return await staged.GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, upload, Stop).CountAsync(Stop);
    }
}
