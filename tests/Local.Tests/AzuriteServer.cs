using System.Diagnostics;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

[assembly: AssemblyFixture(typeof(ParisPact.Tests.AzuriteServer))]

namespace ParisPact.Tests;

/// <summary>
/// One Azurite for all tests, started by the first that needs it, on free ports, and keeping its data in a folder of its own so that a killed client finds it again.
/// It is the one that the local runtime installs, or the one that the environment variable <c>PARISPACT_AZURITE</c> names.
/// </summary>
public sealed partial class AzuriteServer : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    /// <summary>The emulator's published key, the same for everybody.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly SemaphoreSlim gate = new(1);
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"parispact-azurite-{Guid.NewGuid():N}");
    private Process? process;
    private string? connection;

    /// <summary>The connection string. Skips the test where there is no Azurite.</summary>
    public async Task<string> ConnectAsync()
    {
        await gate.WaitAsync();
        try
        {
            return connection ??= await StartAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        process?.Dispose();
        gate.Dispose();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    internal static TableServiceClient Tables(string connection, TableClientOptions? options = null) => new(connection, options);

    internal static BlobServiceClient Blobs(string connection) => new(connection);

    private static string? Program()
    {
        if (Environment.GetEnvironmentVariable("PARISPACT_AZURITE") is { Length: > 0 } named) return named;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var installed = Path.Combine(at.FullName, "infra", "local", "node_modules", ".bin", "azurite");
            if (File.Exists(installed)) return installed;
        }

        return null;
    }

    private async Task<string> StartAsync()
    {
        var program = Program();
        if (program is null) Assert.Skip("Azurite is not installed: run `npm ci` in infra/local, or name it in PARISPACT_AZURITE.");
        Directory.CreateDirectory(folder);
        process = Process.Start(new ProcessStartInfo(program, ["--location", folder, "--blobPort", "0", "--queuePort", "0", "--tablePort", "0", "--skipApiVersionCheck", "--disableTelemetry"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Dictionary<string, string> ports = [];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (ports.Count < 3 && await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match) ports[match.Groups[1].Value.ToLowerInvariant()] = match.Groups[2].Value;
        }

        if (ports.Count < 3) throw new InvalidOperationException($"Azurite did not start: {await process.StandardError.ReadToEndAsync(patience.Token)}");
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" + string.Concat(ports.Select(port =>
            $"{char.ToUpperInvariant(port.Key[0])}{port.Key[1..]}Endpoint=http://127.0.0.1:{port.Value}/{Account};"));
    }

    [GeneratedRegex(@"Azurite (\w+) service (?:is )?successfully listen(?:s|ing) (?:at|on) https?://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();
}
