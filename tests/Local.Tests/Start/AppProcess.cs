using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ParisPact.Local.Start;
using ParisPact.Local.Storage;

namespace ParisPact.Tests.Start;

/// <summary>The app as a person starts it: a process of its own.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> lines = [];
    private readonly Process process;

    private AppProcess(Process process, int port)
    {
        this.process = process;
        Port = port;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    public IReadOnlyCollection<string> Lines => lines;

    public string Output => string.Join('\n', lines);

    /// <param name="path">In place of the PATH.</param>
    /// <param name="arguments">After those for port and folder.</param>
    /// <param name="variable">A variable of its environment.</param>
    public static AppProcess Start(string data, int? port = null, string? path = null, string[]? arguments = null, (string Name, string Value)? variable = null)
    {
        var chosen = port ?? Ports.Free();
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Repository.Root, "functions", "App", "bin", "local", configuration, "net10.0", "ParisPact.Functions.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : Dotnet())
        {
            ArgumentList = { program, "--port", chosen.ToString(CultureInfo.InvariantCulture), "--data", data },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments ?? [])
        {
            start.ArgumentList.Add(argument);
        }

        if (variable is { } set)
        {
            start.Environment[set.Name] = set.Value;
        }

        if (path is not null)
        {
            start.Environment["PATH"] = path;
        }

        return new AppProcess(Process.Start(start)!, chosen);
    }

    public Task Up() => Poll.Until(() => lines.Any(line => line.Contains("Ctrl-C", StringComparison.Ordinal)) || process.HasExited, 60, "The app did not start.");

    /// <summary>Asks it to end, as a service manager does.</summary>
    public Task<int> Terminate() => Signal("-TERM");

    /// <summary>Asks it to end, as Ctrl-C does. Skips the test where it cannot hear that: a shell has what it starts in the background ignore it, and so do the tests and what they start.</summary>
    public Task<int> Interrupt()
    {
        Assert.SkipWhen(IgnoresInterrupts(), "The tests were started in the background of a shell, where nothing hears Ctrl-C.");
        return Signal("-INT");
    }

    public Task<int> Kill() => Signal("-KILL");

    public async Task<int> Exit()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Terminate();
        }

        process.Dispose();
    }

    private bool IgnoresInterrupts()
    {
        const string Ignored = "SigIgn:";
        var status = $"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/status";
        var mask = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(static line => line.StartsWith(Ignored, StringComparison.Ordinal)) : null;
        // SIGINT is the second signal.
        return mask is not null && (ulong.Parse(mask.AsSpan(Ignored.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 2) != 0;
    }

    private async Task<int> Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await Exit();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    private static string Dotnet() =>
        Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}
