using System.Diagnostics;

namespace ParisPact.Tests.Durable.Crashes;

public sealed class When_the_process_is_killed(AzuriteServer azurite)
{
    private const int Killed = 128 + 9;

    [Fact]
    public async Task The_next_one_ends_as_if_nothing_had_happened()
    {
        var connection = await azurite.ConnectAsync();
        var (code, output) = await RunAsync(connection, NewHub(), 0, FaultMoment.Before);
        Assert.True(code == 0, output);
        var (writes, expected) = Outcome(output);
        Assert.Contains("w0,w1,w2,w3,w4 flaky 40000 yes child kept", expected, StringComparison.Ordinal);

        // A sample from the whole run, its end included, at each of the three moments; the other test dies at every write.
        const int Samples = 8;
        var kills = Enumerable.Range(0, Samples).Select(n => (At: 3 + (n * (writes - 5) / (Samples - 1)), Moment: (FaultMoment)(n % 3)));
        var killed = 0;
        await Parallel.ForEachAsync(kills, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (kill, _) =>
        {
            var hub = NewHub();
            var (died, last) = await RunAsync(connection, hub, kill.At, kill.Moment);
            if (died == Killed) Interlocked.Increment(ref killed);
            else Assert.True(died == 0, last);
            var (ended, after) = await RunAsync(connection, hub, 0, FaultMoment.Before);
            Assert.True(ended == 0, after);
            Assert.True(expected == Outcome(after).Text, $"Killed {kill.Moment} write {kill.At}:\n{after}\ninstead of\n{expected}");
        });

        // A run may have a few writes less than the first one, and then the last sample finds nothing to kill.
        Assert.InRange(killed, Samples - 2, Samples);
    }

    private static string NewHub() => $"T{Guid.NewGuid().ToString("N")[..20]}";

    private static (int Writes, string Text) Outcome(string output)
    {
        var lines = output.Split(KilledProcess.Mark)[^1].Split('\n', 2);
        return (int.Parse(lines[0], System.Globalization.CultureInfo.InvariantCulture), lines[1].Trim());
    }

    private static async Task<(int Code, string Output)> RunAsync(string connection, string hub, int at, FaultMoment moment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(When_the_process_is_killed).Assembly.Location, KilledProcess.Argument, connection, hub, $"{at}", $"{moment}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output + await errors);
    }
}
