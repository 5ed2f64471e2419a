using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using ParisPact.Local.Start;

namespace ParisPact.Local.Node;

/// <summary>A program of Node's that we stop, and that outlives us where we are killed (<c>detached.cjs</c>): the next start finds it by its id and the time of its start.</summary>
internal sealed class NodeProcess : IDisposable
{
    private static readonly TimeSpan ListenTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private NodeProcess(Process process, DateTime started) => (this.process, Started) = (process, started);

    public int Id => process.Id;

    /// <summary>In UTC, as the system tells it.</summary>
    public DateTime Started { get; }

    /// <summary>Starts one, and returns when it says that it listens. None is left behind when it throws.</summary>
    /// <param name="name">What it is, for people: "The storage emulator".</param>
    /// <param name="script">The file that Node runs; its first argument is the log.</param>
    /// <param name="log">The file that it writes what it says to, in the folder that it works in.</param>
    /// <param name="begun">Told of the process before it listens, so that a start that is killed leaves word of it.</param>
    /// <param name="read">Where it listens, from what it has said so far; null while it does not.</param>
    /// <exception cref="StartFailure">It ended, or said nothing for a minute.</exception>
    public static async Task<(NodeProcess Process, T Address)> Start<T>(
        string name, string script, string log, IEnumerable<string> arguments, Action<NodeProcess> begun, Func<string, T?> read, CancellationToken cancellation)
        where T : class
    {
        cancellation.ThrowIfCancellationRequested();
        var folder = Path.GetDirectoryName(log)!;
        Directory.CreateDirectory(folder);
        File.Delete(log);
        var process = Process.Start(new ProcessStartInfo("node", [script, log, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var started = new NodeProcess(process, StartOf(process) ?? TimeProvider.System.GetUtcNow().UtcDateTime);
        try
        {
            begun(started);
            return (started, await started.Listens(name, log, read, cancellation));
        }
        catch
        {
            await started.Stop();
            started.Dispose();
            throw;
        }
    }

    /// <summary>The process that an earlier run started and did not stop; null when it is gone.</summary>
    public static NodeProcess? Adopt(int id, DateTime started)
    {
        try
        {
            var process = Process.GetProcessById(id);
            // Process ids come again; the moment of its start tells this one from a later one.
            return StartOf(process) is { } start && Math.Abs((start - started).TotalSeconds) < 2 ? new NodeProcess(process, start) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Null when it has ended: the system forgets the moment with the process.</summary>
    private static DateTime? StartOf(Process process)
    {
        try
        {
            return process.StartTime.ToUniversalTime();
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // The second where it ends while it is being asked.
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

    private async Task<T> Listens<T>(string name, string log, Func<string, T?> read, CancellationToken cancellation)
        where T : class
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var said = File.Exists(log) ? await ReadShared(log, cancellation) : "";
            if (read(said) is { } address)
            {
                return address;
            }

            if (process.HasExited || Stopwatch.GetElapsedTime(started) > ListenTime)
            {
                var words = process.HasExited && said.Trim().Length == 0 ? await process.StandardError.ReadToEndAsync(cancellation) : said;
                var last = words.Split('\n').Select(line => line.Trim()).LastOrDefault(line => line.Length > 0) ?? "it said nothing";
                throw new StartFailure($"{name} did not start on {Path.GetDirectoryName(log)}: {last} (see {log})");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        }
    }

    private static async Task<string> ReadShared(string path, CancellationToken cancellation)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return await reader.ReadToEndAsync(cancellation);
    }
}
