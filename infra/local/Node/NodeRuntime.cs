using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ParisPact.Local.Start;

namespace ParisPact.Local.Node;

/// <summary>Node.js, in which the emulator runs.</summary>
internal static class NodeRuntime
{
    public const int OldestMajor = 20;

    public static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <exception cref="StartFailure">There is none on the PATH, or it is too old.</exception>
    public static async Task Require(CancellationToken cancellation)
    {
        string version;
        try
        {
            using var process = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            try
            {
                version = (await process.StandardOutput.ReadToEndAsync(cancellation)).Trim();
                await process.WaitForExitAsync(cancellation);
            }
            catch
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Win32Exception)
        {
            throw new StartFailure($"Node.js {OldestMajor} or newer is needed for the storage emulator, and no 'node' is on the PATH. Get it from https://nodejs.org/.");
        }

        var major = version.TrimStart('v').Split('.')[0];
        if (!int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < OldestMajor)
        {
            throw new StartFailure($"Node.js {OldestMajor} or newer is needed for the storage emulator; 'node' on the PATH is {(version.Length == 0 ? "of no known version" : version)}. Get a newer one from https://nodejs.org/.");
        }
    }
}
