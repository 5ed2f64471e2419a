using Azure.Storage.Blobs;
using ParisPact.Local.Functions;

namespace ParisPact.Local.Blobs;

/// <summary>One function that waits for blobs, and what has become of each blob with it.</summary>
internal sealed class BlobTrigger(FunctionEntry function, BlobPathTemplate path, BlobContainerClient container, BlobReceipts receipts, PoisonQueue poison, BlobRuns runs) : IBlobObserver
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> busy = new(StringComparer.Ordinal);
    private readonly HashSet<string> overtaken = new(StringComparer.Ordinal);
    private Dictionary<string, BlobReceipt> known = [];

    /// <summary>Called when a blob has become another version while one was worked on.</summary>
    public Action Overtaken { get; set; } = () => { };

    public FunctionEntry Function => function;

    public BlobPathTemplate Path => path;

    public BlobContainerClient Container => container;

    public PoisonQueue Poison => poison;

    /// <summary>Learns what is done already.</summary>
    public async Task Begin(CancellationToken cancellation)
    {
        var written = await receipts.Load(cancellation);
        lock (gate)
        {
            known = written;
        }
    }

    public void Notice(string blob, string etag)
    {
        if (Offer(blob, etag) is { } hit)
        {
            runs.Add(hit);
        }
    }

    /// <summary>This hit is no longer worked on.</summary>
    public void Release(string blob)
    {
        lock (gate)
        {
            busy.Remove(blob);
            if (!overtaken.Remove(blob))
            {
                return;
            }
        }

        Overtaken();
    }

    public async Task Write(string blob, BlobReceipt receipt, DateTimeOffset now, CancellationToken cancellation)
    {
        await receipts.Write(blob, receipt, now, cancellation);
        lock (gate)
        {
            known[blob] = receipt;
        }
    }

    /// <summary>Forgets blobs that the look at the container did not show.</summary>
    public async Task End(IReadOnlySet<string> seen, CancellationToken cancellation)
    {
        List<string> gone;
        lock (gate)
        {
            gone = [.. known.Keys.Where(blob => !seen.Contains(blob) && !busy.ContainsKey(blob))];
        }

        foreach (var blob in gone)
        {
            await receipts.Delete(blob, cancellation);
            lock (gate)
            {
                known.Remove(blob);
            }
        }
    }

    /// <summary>The work there is for this version of a blob; null when it is done or under way.</summary>
    private BlobHit? Offer(string blob, string etag)
    {
        if (path.Match(blob) is not { } values)
        {
            return null;
        }

        lock (gate)
        {
            var receipt = known.GetValueOrDefault(blob);
            if (receipt is { IsSettled: true } && receipt.ETag == etag)
            {
                return null;
            }

            if (!busy.TryAdd(blob, etag))
            {
                if (busy[blob] != etag)
                {
                    overtaken.Add(blob);
                }

                return null;
            }

            return new BlobHit(this, blob, etag, receipt?.ETag == etag ? receipt.Attempts : 0, values);
        }
    }
}
