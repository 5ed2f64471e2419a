using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Blobs;
using ParisPact.Local.Hosting;

namespace ParisPact.Local.Start;

/// <summary>Prints a line for each receipt of an upload that appears in container <c>receipts</c>: partner, file, and the receipt's own sentence.</summary>
internal sealed class ReceiptPrinter(LocalPlan plan, IConfiguration settings, ILogger<ReceiptPrinter> logger) : IBlobObserver
{
    public const string Container = "receipts";

    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> fresh = new();
    private readonly ConcurrentDictionary<string, bool> finished = new(StringComparer.Ordinal);
    private readonly BlobContainerClient container = new(StorageConnection.Find("Data", settings), Container);
    private TextWriter console = TextWriter.Null;
    private bool primed;

    /// <summary>Files, as <c>{partner}/{file}</c>, whose receipt has come since the start.</summary>
    public IReadOnlyCollection<string> Finished => [.. finished.Keys];

    /// <summary>Prints until it is cancelled. Receipts that were there before are not printed.</summary>
    public async Task Print(TextWriter to, CancellationToken cancellation)
    {
        console = to;
        BlobWatch? watch = null;
        using var hints = StorageHints.From(plan.StorageFolder, () => watch?.Hint());
        watch = new BlobWatch(container, [this], hints is not null, logger);
        using (watch)
        {
            try
            {
                await watch.Watch(cancellation);
            }
            catch (OperationCanceledException)
            {
                // The host stops.
            }
        }
    }

    /// <summary>Where there is no container yet, every receipt that comes is new.</summary>
    public async Task Begin(CancellationToken cancellation) => primed = !await container.ExistsAsync(cancellation);

    public void Notice(string blob, string etag)
    {
        if (!blob.EndsWith(".json", StringComparison.Ordinal) || (known.TryGetValue(blob, out var seen) && seen == etag))
        {
            return;
        }

        known[blob] = etag;
        if (primed)
        {
            fresh.Enqueue(blob);
        }
    }

    public async Task End(IReadOnlySet<string> seen, CancellationToken cancellation)
    {
        primed = true;
        while (fresh.TryDequeue(out var blob))
        {
            await Print(blob, cancellation);
        }
    }

    private async Task Print(string blob, CancellationToken cancellation)
    {
        try
        {
            var content = (await container.GetBlobClient(blob).DownloadContentAsync(cancellation)).Value.Content;
            using var receipt = JsonDocument.Parse(content);
            if (Text(receipt, "state") == "working")
            {
                return;
            }

            var (partner, file) = (Text(receipt, "partner"), Text(receipt, "file"));
            var sentence = Text(receipt, "sentence");
            await console.WriteLineAsync($"  receipt  {(partner.Length > 0 ? $"{partner}: " : "")}{(sentence.Contains(file, StringComparison.Ordinal) ? "" : $"{file}: ")}{sentence}{(Text(receipt, "upload") is { Length: > 0 } upload ? $" (/api/uploads/{upload})" : "")}");
            finished[Path(partner, file)] = true;
        }
        catch (Exception problem) when (problem is RequestFailedException or JsonException or InvalidOperationException)
        {
            logger.LogWarning("The receipt {Blob} could not be read: {Problem}", blob, problem.Message);
        }
    }

    /// <summary>A receipt names its file with or without the partner's folder.</summary>
    private static string Path(string partner, string file) =>
        file.StartsWith(partner + "/", StringComparison.Ordinal) ? file : $"{partner}/{file}";

    private static string Text(JsonDocument receipt, string name) =>
        receipt.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
