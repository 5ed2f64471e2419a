using System.Globalization;
using System.Text.RegularExpressions;
using ParisPact.Local.Node;
using ParisPact.Local.Start;

namespace ParisPact.Local.Storage;

/// <summary>An emulator that we stop: one that we started, or one that an earlier run left behind.</summary>
internal sealed partial class AzuriteProcess : IDisposable
{
    private readonly NodeProcess process;

    private AzuriteProcess(NodeProcess process, StorageAddress address) => (this.process, Address) = (process, address);

    public StorageAddress Address { get; }

    public int Id => process.Id;

    public DateTime Started => process.Started;

    /// <summary>Starts one on this folder, and returns when all its three services listen. None is left behind when it throws.</summary>
    /// <param name="begun">Told of the process before it listens, so that a start that is killed leaves word of it.</param>
    /// <exception cref="StartFailure">It ended, or said nothing for a minute.</exception>
    public static async Task<AzuriteProcess> Start(string installed, string folder, StorageAddress wanted, Action<AzuriteProcess>? begun, CancellationToken cancellation)
    {
        var (process, address) = await NodeProcess.Start(
            "The storage emulator",
            Path.Combine(installed, "azurite.cjs"),
            Path.Combine(folder, "azurite.log"),
            [
                "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--location", folder,
                "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
                "--blobPort", Text(wanted.Blobs), "--queuePort", Text(wanted.Queues), "--tablePort", Text(wanted.Tables),
            ],
            starting => begun?.Invoke(new AzuriteProcess(starting, wanted)),
            ReadAddress,
            cancellation);
        return new AzuriteProcess(process, address);
    }

    /// <summary>The process that an earlier run started and did not stop; null when it is gone.</summary>
    public static AzuriteProcess? Adopt(int id, DateTime started, StorageAddress address) =>
        NodeProcess.Adopt(id, started) is { } process ? new AzuriteProcess(process, address) : null;

    /// <inheritdoc cref="NodeProcess.Stop"/>
    public Task Stop() => process.Stop();

    public void Dispose() => process.Dispose();

    private static StorageAddress? ReadAddress(string said)
    {
        var ports = Listening().Matches(said).ToDictionary(match => match.Groups[1].Value, match => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        return ports.TryGetValue("Blob", out var blobs) && ports.TryGetValue("Queue", out var queues) && ports.TryGetValue("Table", out var tables)
            ? new StorageAddress(blobs, queues, tables)
            : null;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Azurite (Blob|Queue|Table) service is successfully listening at http://[^\s:]+:(\d+)")]
    private static partial Regex Listening();
}
