using System.Diagnostics;
using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using ParisPact.Local.Hosting;

namespace ParisPact.Benchmarks.Hosting;

/// <summary>What a host costs that has nothing to do, with 1,000 blobs that it has taken; and how soon it notices one more.</summary>
internal static class IdleHost
{
    private const int Blobs = 1_000;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);
    private static int taken;

    public static async Task Run(Report report)
    {
        await using var emulator = await Emulator.StartAsync();
        await MeasureAsync(report, emulator);
    }

    [Function("TakeIdleBlob")]
    public static void Take([BlobTrigger("uploads/{name}")] string content) => Interlocked.Increment(ref taken);

    private static async Task MeasureAsync(Report report, Emulator emulator)
    {
        var uploads = emulator.Blobs.GetBlobContainerClient("uploads");
        await uploads.CreateAsync();
        await Parallel.ForAsync(0, Blobs, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancellation) =>
            await uploads.GetBlobClient($"partner{i % 7}/file-{i}.csv").UploadAsync(BinaryData.FromString("1"), cancellation));
        var plan = new LocalPlan
        {
            Assembly = typeof(IdleHost).Assembly,
            Classes = [typeof(IdleHost)],
            Storage = emulator.Connection,
            StorageFolder = emulator.Folder,
            Port = 0,
            Log = NullLoggerProvider.Instance,
        };
        await using var host = await LocalHost.Start(plan);
        await Until(Blobs);
        await Task.Delay(Settling);

        using var store = Process.GetProcessById(emulator.ProcessId);
        var (ours, theirs, started) = (Environment.CpuUsage.TotalTime, store.TotalProcessorTime, Stopwatch.GetTimestamp());
        await Task.Delay(Measured);
        store.Refresh();
        var passed = Stopwatch.GetElapsedTime(started);
        var (oursUsed, theirsUsed) = (100 * ((Environment.CpuUsage.TotalTime - ours) / passed), 100 * ((store.TotalProcessorTime - theirs) / passed));
        report.Add(new Ratio($"idle host with {Blobs:#,0} blobs", $"over {Measure.Text(passed)}", $"the emulator: {theirsUsed.ToString("0.0", CultureInfo.InvariantCulture)} %", oursUsed, 2, Unit: "% of a core"));

        var slowest = TimeSpan.Zero;
        for (var i = 0; i < 5; i++)
        {
            var dropped = Stopwatch.GetTimestamp();
            await uploads.GetBlobClient($"late/{i}.csv").UploadAsync(BinaryData.FromString("1"));
            await Until(Blobs + i + 1);
            if (Stopwatch.GetElapsedTime(dropped) is var late && late > slowest) slowest = late;
            await Task.Delay(TimeSpan.FromSeconds(2));
        }

        report.Add(new Ratio("one more blob is taken after, at most", "slowest of 5", "-", slowest.TotalSeconds, 1, Unit: "s"));
    }

    private static async Task Until(int count)
    {
        while (Volatile.Read(ref taken) < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }
}
