using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ParisPact.Local.Durable.History;

namespace ParisPact.Tests.Durable.Crashes;

public sealed class When_a_turn_is_too_large_for_one_batch(AzuriteServer azurite)
{
    /// <summary>Azurite takes what Azure refuses: more than 4 MiB or 100 operations in a batch, more than 64 KiB in a property. So requests are measured here.</summary>
    private sealed class Limits : HttpPipelinePolicy
    {
        public int Batches { get; private set; }

        public int LargestBytes { get; private set; }

        public int MostOperations { get; private set; }

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (message.Request.Uri.ToString().EndsWith("$batch", StringComparison.Ordinal))
            {
                using var body = new MemoryStream();
                await message.Request.Content!.WriteToAsync(body, CancellationToken.None);
                Batches++;
                LargestBytes = Math.Max(LargestBytes, (int)body.Length);
                MostOperations = Math.Max(MostOperations, Encoding.UTF8.GetString(body.ToArray()).Split("application/http").Length - 1);
            }

            await ProcessNextAsync(message, pipeline);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Everything here is asynchronous.");
    }

    [Fact]
    public async Task Every_batch_keeps_the_limits_and_a_death_between_two_leaves_nothing_half_done()
    {
        var connection = await azurite.ConnectAsync();
        var limits = new Limits();
        var (expected, writes) = await RunAsync(connection, NewHub(), 0, limits);
        Assert.Equal("\"400 times 15000, 6000000 in all\"", expected);
        Assert.InRange(limits.Batches, 4, 100);
        Assert.InRange(limits.LargestBytes, 1, 4 * 1024 * 1024);
        Assert.InRange(limits.MostOperations, 1, 100);

        for (var at = 2; at <= Math.Min(writes, 7); at++)
        {
            var hub = NewHub();
            await RunAsync(connection, hub, at, null);
            Assert.Equal(expected, (await RunAsync(connection, hub, 0, null)).Output);
        }
    }

    private static string NewHub() => $"T{Guid.NewGuid().ToString("N")[..20]}";

    private static async Task<(string? Output, int Writes)> RunAsync(string connection, string hub, int at, Limits? limits)
    {
        DurableRun? run = null;
        var fault = new Fault(at, FaultMoment.Before, () => _ = run!.Engine.StopAsync(CancellationToken.None));
        var options = new TableClientOptions();
        options.AddPolicy(new FaultPolicy(fault), HttpPipelinePosition.PerCall);
        if (limits is not null) options.AddPolicy(limits, HttpPipelinePosition.PerCall);
        await using var disposed = run = new DurableRun(new TableHistoryStore(new TableServiceClient(connection, options), new BlobServiceClient(connection), hub));
        run.Activity<string>("Length", text => text.Length).Orchestrator("Large", async context =>
        {
            var text = new string('"', 5000) + new string('ж', 5000) + new string('x', 5000);
            var lengths = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => context.CallActivityAsync<int>("Length", text)));
            return $"{lengths.Length} times {lengths[0]}, {lengths.Sum()} in all";
        });
        try
        {
            await run.StartAsync();
            if (await run.Client.GetInstanceAsync("large") is null) await run.ScheduleAsync("Large", id: "large");
            await run.Clock.RunUntilIdleAsync();
            return ((await run.GetAsync("large")).SerializedOutput, fault.Writes);
        }
        catch (Exception dead) when (dead is CrashException or OperationCanceledException or InvalidOperationException)
        {
            return (null, fault.Writes);
        }
    }
}
