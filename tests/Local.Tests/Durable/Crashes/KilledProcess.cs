using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using ParisPact.Local.Durable;
using ParisPact.Local.Durable.History;
using ParisPact.Local.Time;

namespace ParisPact.Tests.Durable.Crashes;

/// <summary>
/// This test assembly as a process of its own that runs the scenario on a real clock and kills itself, by a real SIGKILL, at the write it is told.
/// It is the same program as the tests, started with <see cref="Argument"/>.
/// </summary>
internal static class KilledProcess
{
    public const string Argument = "--killed-process";

    /// <summary>Written before the number of writes and the outcome.</summary>
    public const string Mark = "OUTCOME ";

    private static readonly TimeSpan Hour = TimeSpan.FromMilliseconds(30);

    /// <param name="order">Connection, hub, the write to die at (0 for none), and the moment.</param>
    public static async Task RunAsync(IReadOnlyList<string> order)
    {
        var (connection, hub, at, moment) = (order[0], order[1], int.Parse(order[2], System.Globalization.CultureInfo.InvariantCulture), Enum.Parse<FaultMoment>(order[3]));
        var fault = new Fault(at, moment, () => System.Diagnostics.Process.GetCurrentProcess().Kill());
        var tables = new TableClientOptions();
        var blobs = new BlobClientOptions();
        tables.AddPolicy(new FaultPolicy(fault), HttpPipelinePosition.PerCall);
        blobs.AddPolicy(new FaultPolicy(fault), HttpPipelinePosition.PerCall);

        var functions = new DurableFunctions();
        CrashScenario.Define(functions, Hour);
        var store = new TableHistoryStore(new TableServiceClient(connection, tables), new BlobServiceClient(connection, blobs), hub);
        await using var engine = new DurableEngine(functions, store, TimeProvider.System, new RunningWork(), NullLoggerFactory.Instance);
        await engine.StartAsync(CancellationToken.None);
        await using var client = new LocalDurableTaskClient(engine, TimeProvider.System);
        foreach (var step in CrashScenario.Steps) await step(client);
        foreach (var id in new[] { "main", "child", "collector", "endless", "endless-child" }) await client.WaitForInstanceCompletionAsync(id);
        Console.WriteLine($"{Mark}{fault.Writes}\n{await CrashScenario.OutcomeAsync(client)}");
    }
}
