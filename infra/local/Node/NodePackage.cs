using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using ParisPact.Local.Start;
using ParisPact.Local.Storage;

namespace ParisPact.Local.Node;

/// <summary>Puts a program that the runtime starts beside this project, once, exactly as the lock file says.</summary>
/// <param name="Id">Its name among the packages.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="What">What it is, such as "the storage emulator".</param>
internal sealed record NodePackage(string Id, string Title, string What)
{
    /// <summary>Installs what is missing; quick when nothing is.</summary>
    /// <exception cref="StartFailure">It cannot be installed.</exception>
    public async Task Require(string folder, TextWriter console, CancellationToken cancellation)
    {
        if (IsInstalled(folder))
        {
            return;
        }

        using var alone = await Alone(folder, cancellation);
        if (IsInstalled(folder))
        {
            return;
        }

        await console.WriteLineAsync($"Installing {What}, {Title} {Wanted(folder)}, into {Path.Combine(folder, "node_modules")}. This happens once and takes about a minute.");
        await Install(folder, console, cancellation);
    }

    private async Task Install(string folder, TextWriter console, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        // A clean installation begins by taking away what is there, which is not to be when only something else is missing.
        var command = File.Exists(Done(folder)) ? "install --no-save" : "ci";
        using var npm = Start(folder, command);
        var output = npm.StandardOutput.ReadToEndAsync(cancellation);
        var errors = npm.StandardError.ReadToEndAsync(cancellation);
        try
        {
            var exit = npm.WaitForExitAsync(cancellation);
            while (await Task.WhenAny(exit, Task.Delay(TimeSpan.FromSeconds(5), cancellation)) != exit)
            {
                cancellation.ThrowIfCancellationRequested();
                await console.WriteLineAsync($"  still installing ({Stopwatch.GetElapsedTime(started).TotalSeconds:0} s)");
            }

            await exit;
            await output;
        }
        catch
        {
            // npm runs its steps in processes of their own, and none of them is to outlive this one.
            npm.Kill(entireProcessTree: true);
            throw;
        }

        // Ctrl-C reaches npm too, and its end is then not a failed installation.
        cancellation.ThrowIfCancellationRequested();
        if (npm.ExitCode != 0 || !IsInstalled(folder))
        {
            var problem = Problem(await errors);
            throw new StartFailure($"{Title} could not be installed: 'npm {command}' in {folder} ended with {npm.ExitCode}. {problem}".TrimEnd());
        }

        await console.WriteLineAsync($"  installed in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
    }

    /// <summary>npm says what went wrong in the first of its error lines that is a sentence.</summary>
    private static string Problem(string errors) => errors.Split('\n')
        .Where(line => line.StartsWith("npm error ", StringComparison.Ordinal))
        .Select(line => line["npm error ".Length..].Trim())
        .FirstOrDefault(line => line.Split(' ') is [not ("code" or "syscall" or "path" or "errno"), _, _, ..]) ?? "";

    private Process Start(string folder, string command)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(NodeRuntime.Npm, $"{command} --no-audit --no-fund")
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            throw new StartFailure($"{Title} could not be installed: no 'npm' is on the PATH. It comes with Node.js, https://nodejs.org/.");
        }
    }

    private bool IsInstalled(string folder) => Wanted(folder) is { } wanted && Version(Done(folder), Id) == wanted;

    private string? Wanted(string folder) => Version(Path.Combine(folder, "package-lock.json"), Id);

    /// <summary>npm writes this file last, so that an installation that was broken off is not taken for a whole one.</summary>
    private static string Done(string folder) => Path.Combine(folder, "node_modules", ".package-lock.json");

    private static string? Version(string lockFile, string package)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(lockFile));
            return json.RootElement.TryGetProperty("packages", out var packages) && packages.TryGetProperty($"node_modules/{package}", out var entry)
                ? entry.GetProperty("version").GetString()
                : null;
        }
        catch (Exception missing) when (missing is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            // Not there, or cut short as by a full disk: what it was to list is not there.
            return null;
        }
    }

    /// <summary>Two programs that start at once must not install into the same folder.</summary>
    private static async Task<FileStream> Alone(string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "obj")).FullName, "install.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (FileLock.IsHeld(held))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), cancellation);
            }
        }
    }
}
