using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using ParisPact.Local.Hosting;

namespace ParisPact.Benchmarks.Hosting;

/// <summary>An orchestration that calls 1,000 activities at once, against as many bare upserts by as many clients.</summary>
internal static class FanOut
{
    private const int Activities = 1_000;
    private const int Rounds = 3;

    /// <summary>As many activities as the runtime runs at a time.</summary>
    private static readonly int Clients = 10 * Environment.ProcessorCount;

    public static async Task Run(Report report)
    {
        await using var emulator = await Emulator.StartAsync();
        var table = emulator.Tables.GetTableClient("Bare");
        await table.CreateAsync();
        await using var host = await LocalHost.Start(new LocalPlan
        {
            Assembly = typeof(FanOut).Assembly,
            Classes = [typeof(FanOut)],
            Storage = emulator.Connection,
            Log = NullLoggerProvider.Instance,
        });
        List<TimeSpan> ours = [], bare = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var some = round;
            var upserts = await Measure.TimeAsync(() => UpsertAsync(table, some));
            var fanned = await Measure.TimeAsync(() => OrchestrateAsync(host));
            if (round == 0) continue;
            bare.Add(upserts);
            ours.Add(fanned);
        }

        var (activities, rows) = (Measure.Median(ours), Measure.Median(bare));
        report.Add(new Ratio($"fan-out of {Activities:#,0} activities", Measure.Rate(Activities, activities), $"upserts: {Measure.Rate(Activities, rows)}", rows / activities, 0.25, AtLeast: true));
    }

    [Function("FanOutAll")]
    public static async Task<int> All([OrchestrationTrigger] TaskOrchestrationContext context) =>
        (await Task.WhenAll(Enumerable.Range(0, Activities).Select(number => context.CallActivityAsync<int>("FanOutOne", number)))).Length;

    [Function("FanOutOne")]
    public static int One([ActivityTrigger] int number) => number;

    private static async Task OrchestrateAsync(LocalHost host)
    {
        var id = await host.Durable.ScheduleNewOrchestrationInstanceAsync("FanOutAll");
        var done = await host.Durable.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        if (done.ReadOutputAs<int>() != Activities) throw new InvalidOperationException($"The orchestration ended as {done.RuntimeStatus}.");
    }

    private static Task UpsertAsync(TableClient table, int round) => Parallel.ForAsync(0, Activities, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (number, cancellation) =>
        await table.UpsertEntityAsync(new TableEntity($"round-{round}", $"row-{number}") { ["Value"] = number }, TableUpdateMode.Replace, cancellation));
}
