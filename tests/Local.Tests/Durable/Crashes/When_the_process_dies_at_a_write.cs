using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ParisPact.Local.Durable.History;

namespace ParisPact.Tests.Durable.Crashes;

public sealed class When_the_process_dies_at_a_write(AzuriteServer azurite)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Everything_comes_out_as_if_nothing_had_happened_at_every_write_to_a_store_in_memory()
    {
        var (expected, writes, _) = await RunAsync(fault => new FaultyStore(Memory(), fault), null, 0, default);
        Assert.InRange(writes, 30, 200);
        Assert.DoesNotContain("doubled", expected, StringComparison.Ordinal);
        Assert.Contains("w0,w1,w2,w3,w4 flaky 40000 yes child kept", expected, StringComparison.Ordinal);

        for (var at = 1; at <= writes; at++)
        {
            foreach (var moment in new[] { FaultMoment.Before, FaultMoment.After })
            {
                var store = Memory();
                var (outcome, _, hasDied) = await RunAsync(fault => new FaultyStore(store, fault), store, at, moment);
                Assert.True(hasDied, $"Nothing died {moment} write {at}.");
                Assert.True(expected == outcome, $"Died {moment} write {at}:\n{outcome}\ninstead of\n{expected}");
            }
        }

        static MemoryHistoryStore Memory() => new();
    }

    [Fact]
    public async Task Everything_comes_out_as_if_nothing_had_happened_at_every_request_to_Azurite()
    {
        var connection = await azurite.ConnectAsync();
        var (expected, writes, _) = await RunAsync(fault => Faulty(NewHub(), fault), null, 0, default);
        Assert.InRange(writes, 40, 300);

        var deaths = 0;

        // What is stored after one request is what is stored before the next: one of the two tells all.
        await Parallel.ForEachAsync(Enumerable.Range(1, writes), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (at, _) =>
        {
            var hub = NewHub();
            var (outcome, _, hasDied) = await RunAsync(fault => Faulty(hub, fault), Sound(hub), at, FaultMoment.Before);
            if (hasDied) Interlocked.Increment(ref deaths);
            Assert.True(expected == outcome, $"Died before request {at}:\n{outcome}\ninstead of\n{expected}");
        });

        // How many messages go into one turn depends on how quick the emulator answers, so that a run may have a few requests less.
        Assert.InRange(deaths, writes * 9 / 10, writes);

        static string NewHub() => $"T{Guid.NewGuid().ToString("N")[..20]}";

        TableHistoryStore Sound(string hub) => new(AzuriteServer.Tables(connection), AzuriteServer.Blobs(connection), hub);

        TableHistoryStore Faulty(string hub, Fault fault)
        {
            // Preparing the store is not what is tried here, and creating a table on every run would be most of the time.
            var tables = new TableClientOptions();
            var blobs = new BlobClientOptions();
            tables.AddPolicy(new FaultPolicy(fault), HttpPipelinePosition.PerCall);
            blobs.AddPolicy(new FaultPolicy(fault), HttpPipelinePosition.PerCall);
            return new(new TableServiceClient(connection, tables), new BlobServiceClient(connection, blobs), hub);
        }
    }

    /// <summary>Runs the scenario with a fault, and then again from its first step on the sound store, as a new process would.</summary>
    private static async Task<(string Outcome, int Writes, bool HasDied)> RunAsync(Func<Fault, IHistoryStore> faulty, IHistoryStore? sound, int at, FaultMoment moment)
    {
        DurableRun? dying = null;
        var fault = new Fault(at, moment, () => _ = dying!.Engine.StopAsync(CancellationToken.None));
        dying = new DurableRun(faulty(fault));
        CrashScenario.Define(dying.Functions, Hour);
        var completed = await CompletesAsync(dying);
        if (at == 0)
        {
            Assert.True(completed);
            return (await CrashScenario.OutcomeAsync(dying.Client), fault.Writes, false);
        }

        await using var next = new DurableRun(sound!, dying.Clock.GetUtcNow());
        CrashScenario.Define(next.Functions, Hour);
        Assert.True(await CompletesAsync(next));
        return (await CrashScenario.OutcomeAsync(next.Client), fault.Writes, fault.HasStruck);
    }

    private static async Task<bool> CompletesAsync(DurableRun run)
    {
        try
        {
            await run.StartAsync();
            foreach (var step in CrashScenario.Steps)
            {
                await step(run.Client);
                await run.SettleAsync();
            }

            await run.Clock.RunUntilIdleAsync();
            return true;
        }
        catch (Exception dead) when (dead is CrashException or OperationCanceledException or InvalidOperationException)
        {
            return false;
        }
    }
}
