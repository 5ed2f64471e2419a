using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using ParisPact.Local.Hosting;
using ParisPact.Local.Start;
using ParisPact.Local.Storage;

namespace ParisPact.Benchmarks.Hosting;

/// <summary>What a host costs that has nothing to do, with 1,000 blobs that it has taken; and how soon it notices one more.</summary>
internal static class IdleHost
{
    private const int Blobs = 1_000;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);
    private static int taken;

    public static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("parispact-idle-").FullName;
        await AzuriteInstall.Require(Repository.Local, Console.Out, CancellationToken.None);
        using var azurite = await AzuriteProcess.Start(Repository.Local, folder, StorageAddress.Any, CancellationToken.None);
        try
        {
            await Measure(azurite, folder);
        }
        finally
        {
            await azurite.Stop();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Function("TakeIdleBlob")]
    public static void Take([BlobTrigger("uploads/{name}")] string content) => Interlocked.Increment(ref taken);

    private static async Task Measure(AzuriteProcess azurite, string folder)
    {
        var uploads = new BlobContainerClient(azurite.Address.ConnectionString, "uploads");
        await uploads.CreateAsync();
        await Parallel.ForAsync(0, Blobs, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancellation) =>
            await uploads.GetBlobClient($"partner{i % 7}/file-{i}.csv").UploadAsync(BinaryData.FromString("1"), cancellation));
        var plan = new LocalPlan
        {
            Assembly = typeof(IdleHost).Assembly,
            Classes = [typeof(IdleHost)],
            Storage = azurite.Address.ConnectionString,
            StorageFolder = folder,
            Port = 0,
            Log = NullLoggerProvider.Instance,
        };
        await using var host = await LocalHost.Start(plan);
        await Until(Blobs);
        await Task.Delay(Settling);

        using var store = Process.GetProcessById(azurite.Id);
        var (ours, theirs, started) = (Environment.CpuUsage.TotalTime, store.TotalProcessorTime, Stopwatch.GetTimestamp());
        await Task.Delay(Measured);
        store.Refresh();
        var passed = Stopwatch.GetElapsedTime(started);
        Line($"idle with {Blobs:N0} blobs: the host takes {(Environment.CpuUsage.TotalTime - ours) / passed:P2} of a core (at most 2 %), the emulator {(store.TotalProcessorTime - theirs) / passed:P2}");

        for (var i = 0; i < 5; i++)
        {
            var dropped = Stopwatch.GetTimestamp();
            await uploads.GetBlobClient($"late/{i}.csv").UploadAsync(BinaryData.FromString("1"));
            await Until(Blobs + i + 1);
            Line($"one more blob is taken after {Stopwatch.GetElapsedTime(dropped).TotalMilliseconds:N0} ms (at most 1,000)");
            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }

    private static async Task Until(int count)
    {
        while (Volatile.Read(ref taken) < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
