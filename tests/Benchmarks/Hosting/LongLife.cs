using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using ParisPact.Local.Durable;
using ParisPact.Local.Durable.History;
using ParisPact.Local.Time;

namespace ParisPact.Benchmarks.Hosting;

/// <summary>One instance of a thousand turns, one after the other: what the last hundred cost against the first.</summary>
internal static class LongLife
{
    private const int Turns = 1_000;
    private const int Some = 100;

    public static async Task Run(Report report)
    {
        await using var emulator = await Emulator.StartAsync();
        var marks = new List<long>();
        var functions = new DurableFunctions();
        functions.Activities["Step"] = (call, _) =>
        {
            marks.Add(Stopwatch.GetTimestamp());
            return Task.FromResult<object?>(call.InputJson);
        };
        functions.Orchestrators["Long"] = async context =>
        {
            for (var turn = 0; turn <= Turns; turn++) await context.CallActivityAsync<string>("Step", turn);
            return null;
        };
        var store = new TableHistoryStore(emulator.Tables, emulator.Blobs, "Long");
        await using var engine = new DurableEngine(functions, store, TimeProvider.System, new RunningWork(), NullLoggerFactory.Instance);
        await engine.StartAsync(CancellationToken.None);
        await using var client = new LocalDurableTaskClient(engine, TimeProvider.System);
        var done = await client.WaitForInstanceCompletionAsync(await client.ScheduleNewOrchestrationInstanceAsync("Long"));
        if (done.RuntimeStatus != OrchestrationRuntimeStatus.Completed) throw new InvalidOperationException($"The orchestration ended as {done.RuntimeStatus}.");
        var first = Stopwatch.GetElapsedTime(marks[Some], marks[2 * Some]);
        var last = Stopwatch.GetElapsedTime(marks[Turns - Some], marks[Turns]);
        report.Add(new Ratio($"the last {Some} of {Turns:#,0} turns of an instance", Measure.Rate(Some, last), $"the second {Some}: {Measure.Rate(Some, first)}", last / first, 3));
    }
}
