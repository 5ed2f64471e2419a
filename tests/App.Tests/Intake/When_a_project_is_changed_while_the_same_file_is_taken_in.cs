using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;
using ParisPact.Local.Access;
using ParisPact.Local.Hosting;

namespace ParisPact.Tests.Intake;

/// <summary>On a store of its own, since two hosts on one store would do each other's work.</summary>
public sealed class When_a_project_is_changed_while_the_same_file_is_taken_in : IAsyncLifetime
{
    private const int Projects = 600;

    private static readonly PartnerId Id = PartnerId.Parse("sample-partner");

    private readonly AzuriteServer _azurite = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _azurite.InitializeAsync();

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    [Fact]
    public async Task The_file_counts_where_it_is_the_newer_one_and_the_rest_stays()
    {
        var parts = new StagedParts();
        await using var host = await StartAsync(parts);
        var register = host.Services.GetRequiredService<Register>();
        await host.Services.GetRequiredService<PartnerDirectory>().PutAsync(new Partner(Id, "Sample partner", PartnerKind.Organisation, [], []), new Precondition(null, MustBeNew: false), Stop);

        Assert.Equal((Projects, 0, 0, 0, 0), await TakenInAsync(host, "first.csv"));
        Assert.Equal((0, 0, Projects, 0, 0), await TakenInAsync(host, "second.csv"));
        Assert.Equal(2, parts.Written);

        // As if it had been said before the file was made: so the file counts.
        var said = ChangeOrigin.ByHand("tester", onBehalf: true, DateTimeOffset.UnixEpoch);
        parts.BeforeTheNextIsRead = async () =>
        {
            var stands = (await register.GetAsync(Id, ProjectReference.From("P-7")!, Stop))!.Project;
            Assert.IsType<ChangeResult.Updated>(await register.PutAsync(stands with { Titles = [new Narrative("By hand")] }, said, null, onlyNew: false, Stop));
        };
        Assert.Equal((0, 1, Projects - 1, 0, 0), await TakenInAsync(host, "third.csv"));
        Assert.Null(parts.BeforeTheNextIsRead);
        Assert.Equal(4, parts.Written);
        var now = (await register.GetAsync(Id, ProjectReference.From("P-7")!, Stop))!;
        Assert.StartsWith("A long title", now.Project.Title, StringComparison.Ordinal);
        Assert.Equal(3, now.Version);
    }

    private async Task<LocalHost> StartAsync(StagedParts parts) => await LocalHost.Start(
        new LocalPlan { Assembly = typeof(Composition).Assembly, Storage = _azurite.Connection, Port = 0, WatchesBlobs = false, Log = new ErrorLog() },
        builder =>
        {
            Composition.Configure(builder);
            var blobs = new BlobClientOptions();
            blobs.AddPolicy(parts, HttpPipelinePosition.PerCall);
            builder.Services.AddSingleton(new Storage(new BlobServiceClient(_azurite.Connection, blobs), new TableServiceClient(_azurite.Connection), StorageNames.Plain));
        });

    /// <summary>Large enough to be compared with what stands while it is read.</summary>
    private async Task<(int Created, int Updated, int Unchanged, int Rejected, int Withdrawn)> TakenInAsync(LocalHost host, string name)
    {
        var container = new BlobContainerClient(_azurite.Connection, "uploads");
        await container.CreateIfNotExistsAsync(cancellationToken: Stop);
        var file = SampleFiles.Csv(Projects, "A long title " + new string('x', 600));
        await container.GetBlobClient($"{Id}/{name}").UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(file)), Stop);
        await host.TakeBlobs(Stop);
        using var client = host.CreateClient(new TokenRequest(["partner"], Id.Value, null, null));
        (int, int, int, int, int) counts = default;
        await RunningApp.UntilAsync(
            async () =>
            {
                var items = (await client.GetJsonAsync($"api/uploads?blob={Id}/{name}")).GetProperty("items");
                if (items.GetArrayLength() == 0 || items[0].Text("state") == "working") return false;
                Assert.Equal("done", items[0].Text("state"));
                counts = items[0].Counts();
                return true;
            },
            $"{name} has a receipt");
        return counts;
    }

    /// <summary>Counts the parts that are staged, and does something once before the next one is read.</summary>
    private sealed class StagedParts : HttpPipelinePolicy
    {
        private int _written;

        public int Written => _written;

        public Func<Task>? BeforeTheNextIsRead { get; set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Nothing here waits in place.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var path = Uri.UnescapeDataString(message.Request.Uri.Path);
            if (path.Contains("/staging/", StringComparison.Ordinal) && path.Contains("/parts/", StringComparison.Ordinal))
            {
                if (message.Request.Method == RequestMethod.Put) Interlocked.Increment(ref _written);
                if (message.Request.Method == RequestMethod.Get && BeforeTheNextIsRead is { } act)
                {
                    BeforeTheNextIsRead = null;
                    await act().ConfigureAwait(false);
                }
            }

            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        }
    }
}
