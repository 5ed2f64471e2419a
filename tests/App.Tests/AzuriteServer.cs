using System.Diagnostics;
using System.Text.RegularExpressions;

[assembly: AssemblyFixture(typeof(ParisPact.Tests.AzuriteServer))]

namespace ParisPact.Tests;

/// <summary>
/// One storage emulator for the assembly's tests, on free ports and in a folder of its own; stopped by its process id. Tests keep out of
/// each other's way by <see cref="Prefix"/>. Found in <c>infra/local/node_modules</c>, or where <c>PARISPACT_AZURITE</c> says.
/// </summary>
public sealed partial class AzuriteServer : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parispact-azurite-");
    private Process? _process;
    private string? _connection;
    private string? _missing;
    private static int _prefixes;

    /// <summary>The connection string; skips the calling test, with the reason, where no emulator could be had.</summary>
    public string Connection
    {
        get
        {
            if (_connection is null) Assert.Skip(_missing ?? "Azurite did not start.");
            return _connection;
        }
    }

    /// <summary>A short prefix that no other test of this run has, fit for table and container names.</summary>
    public static string Prefix() => $"t{Environment.ProcessId % 10000}x{Interlocked.Increment(ref _prefixes)}";

    public async ValueTask InitializeAsync()
    {
        var script = Script();
        if (script is null)
        {
            _missing = "Azurite is not installed: run `npm ci` in infra/local.";
            return;
        }

        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[script, "--location", _folder.FullName, "--blobPort", "0", "--queuePort", "0", "--tablePort", "0", "--skipApiVersionCheck", "--disableTelemetry"])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        var ports = new Dictionary<string, int>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (ports.Count < 3 && await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (Listening().Match(line) is { Success: true } match)
                ports[match.Groups[1].Value] = int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
        // Drained to its end, or the emulator would block once the pipe is full.
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        if (ports.Count < 3) return;
        const string Account = "devstoreaccount1";
        const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
        _connection = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
            $"BlobEndpoint=http://127.0.0.1:{ports["Blob"]}/{Account};QueueEndpoint=http://127.0.0.1:{ports["Queue"]}/{Account};TableEndpoint=http://127.0.0.1:{ports["Table"]}/{Account};";
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"Azurite (Blob|Queue|Table) service (?:is )?(?:successfully )?listen(?:ing|s) (?:at|on) http://[^:]+:(\d+)")]
    private static partial Regex Listening();

    private static string? Script()
    {
        const string Inside = "node_modules/azurite/dist/src/azurite.js";
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "infra/local", Inside) is var script && File.Exists(script)) return script;
        return Environment.GetEnvironmentVariable("PARISPACT_AZURITE") is { } told && Path.Combine(told, Inside) is var other && File.Exists(other) ? other : null;
    }
}
