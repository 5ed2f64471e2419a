using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ParisPact.Local.Start;

namespace ParisPact.Local.Storage;

/// <summary>An emulator that we stop: one that we started, or one that an earlier run left behind.</summary>
internal sealed partial class AzuriteProcess : IDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private AzuriteProcess(Process process, StorageAddress address) => (this.process, Address) = (process, address);

    public StorageAddress Address { get; }

    public int Id => process.Id;

    public DateTime Started => process.StartTime.ToUniversalTime();

    /// <summary>Starts one on this folder, and returns when all its three services listen. None is left behind when it throws.</summary>
    /// <param name="begun">Told of the process before it listens, so that a start that is killed leaves word of it.</param>
    /// <exception cref="StartFailure">It ended, or said nothing for a minute.</exception>
    public static async Task<AzuriteProcess> Start(string installed, string folder, StorageAddress wanted, Action<AzuriteProcess>? begun, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Directory.CreateDirectory(folder);
        var log = Path.Combine(folder, "azurite.log");
        File.Delete(log);
        var process = Process.Start(new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(installed, "azurite.cjs"), log,
                "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--location", folder,
                "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
                "--blobPort", Text(wanted.Blobs), "--queuePort", Text(wanted.Queues), "--tablePort", Text(wanted.Tables),
            },
        })!;
        var starting = new AzuriteProcess(process, wanted);
        try
        {
            begun?.Invoke(starting);
            return new AzuriteProcess(process, await Listens(process, log, cancellation));
        }
        catch
        {
            await starting.Stop();
            starting.Dispose();
            throw;
        }
    }

    private static async Task<StorageAddress> Listens(Process process, string log, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var said = File.Exists(log) ? await ReadShared(log, cancellation) : "";
            if (ReadAddress(said) is { } address)
            {
                return address;
            }

            if (process.HasExited || Stopwatch.GetElapsedTime(started) > StartTime)
            {
                var words = process.HasExited && said.Trim().Length == 0 ? await process.StandardError.ReadToEndAsync(cancellation) : said;
                var last = words.Split('\n').Select(line => line.Trim()).LastOrDefault(line => line.Length > 0) ?? "it said nothing";
                throw new StartFailure($"The storage emulator did not start on {Path.GetDirectoryName(log)}: {last} (see {log})");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        }
    }

    /// <summary>The process that an earlier run started and did not stop; null when it is gone.</summary>
    public static AzuriteProcess? Adopt(int id, DateTime started, StorageAddress address)
    {
        try
        {
            var process = Process.GetProcessById(id);
            // Process ids come again; the moment of its start tells this one from a later one.
            return Math.Abs((process.StartTime.ToUniversalTime() - started).TotalSeconds) < 2 ? new AzuriteProcess(process, address) : null;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Asks it to end and waits until it has. It writes down what it holds before it goes; one that does not go within a minute is ended.</summary>
    public async Task Stop()
    {
        if (process.HasExited)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            // There is no polite signal here; it writes every five seconds.
            await Task.Delay(TimeSpan.FromSeconds(6));
            process.Kill();
        }
        else if (Kill(process.Id, Sigterm) != 0)
        {
            return;
        }

        var asked = Stopwatch.GetTimestamp();
        while (!process.HasExited && !IsOnlyAnEntry(process.Id))
        {
            if (Stopwatch.GetElapsedTime(asked) > StopTime)
            {
                process.Kill();
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Whether it has ended and only its parent has not asked for its exit code, as one does not that adopts what a kill left behind.</summary>
    private static bool IsOnlyAnEntry(int id)
    {
        try
        {
            return OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].TrimStart().StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => process.Dispose();

    private const int Sigterm = 15;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private static StorageAddress? ReadAddress(string said)
    {
        var ports = Listening().Matches(said).ToDictionary(match => match.Groups[1].Value, match => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        return ports.TryGetValue("Blob", out var blobs) && ports.TryGetValue("Queue", out var queues) && ports.TryGetValue("Table", out var tables)
            ? new StorageAddress(blobs, queues, tables)
            : null;
    }

    private static async Task<string> ReadShared(string path, CancellationToken cancellation)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return await reader.ReadToEndAsync(cancellation);
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Azurite (Blob|Queue|Table) service is successfully listening at http://[^\s:]+:(\d+)")]
    private static partial Regex Listening();
}
