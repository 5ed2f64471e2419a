using System.Diagnostics;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;

namespace ParisPact.Local.Blobs;

/// <summary>
/// Looks at one container for new versions of blobs. A look costs by how many blobs there are, so looks come at hints and
/// rarely without, and the longer one takes the longer is the pause after it.
/// </summary>
internal sealed class BlobWatch(BlobContainerClient container, IReadOnlyList<IBlobObserver> observers, bool hasHints, ILogger logger) : IDisposable
{
    // A hint says that bytes were written; the blob they belong to is there a little later, or when its blocks are committed.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan[] AfterHint = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan IdlePause = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim hint = new(0, 1);
    private readonly SemaphoreSlim looking = new(1, 1);
    private bool begun;

    public BlobContainerClient Container => container;

    /// <summary>Something may have changed.</summary>
    public void Hint()
    {
        try
        {
            hint.Release();
        }
        catch (SemaphoreFullException)
        {
            // There is a hint that nobody has followed yet.
        }
    }

    /// <summary>Watching is input and output, not business: it goes by the real clock even where the host's is a virtual one.</summary>
    public async Task Watch(CancellationToken cancellation)
    {
        var follow = 0;
        while (!cancellation.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            var succeeded = await LookSafely(cancellation);
            var took = Stopwatch.GetElapsedTime(started);
            var pause = Clamp((hasHints ? 2 : 5) * took, ShortestPause, LongestPause);
            await Task.Delay(pause, cancellation);
            if (!hasHints)
            {
                continue;
            }

            // A look that failed is no measure of how long one takes.
            var rest = follow < AfterHint.Length ? AfterHint[follow] : succeeded ? Clamp(100 * took, IdlePause, 10 * LongestPause) : IdlePause;
            if (await hint.WaitAsync(rest, cancellation))
            {
                follow = 0;
                await Task.Delay(Settling, cancellation);
            }
            else
            {
                follow++;
            }
        }
    }

    /// <summary>Shows the observers what is in the container now.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        await looking.WaitAsync(cancellation);
        try
        {
            await Begin(cancellation);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                seen.Add(blob.Name);
                var etag = blob.Properties.ETag?.ToString("G").Trim('"') ?? "";
                foreach (var observer in observers)
                {
                    observer.Notice(blob.Name, etag);
                }
            }

            foreach (var observer in observers)
            {
                await observer.End(seen, cancellation);
            }
        }
        finally
        {
            looking.Release();
        }
    }

    public void Dispose()
    {
        hint.Dispose();
        looking.Dispose();
    }

    private async Task Begin(CancellationToken cancellation)
    {
        if (begun)
        {
            return;
        }

        foreach (var observer in observers)
        {
            await observer.Begin(cancellation);
        }

        begun = true;
    }

    private async Task<bool> LookSafely(CancellationToken cancellation)
    {
        try
        {
            await Look(cancellation);
            return true;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode is "ContainerNotFound" or "ContainerBeingDeleted")
        {
            // It may be made later.
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (RequestFailedException failure) when (failure.Status == 500)
        {
            // Our own emulator does not do so (azurite.cjs); one that somebody else started may.
            logger.LogError(
                "No blob of container {Container} is noticed, because the storage emulator fails to list it ({Problem}). Azurite does so when the name of a blob holds a control character: delete that blob.",
                container.Name,
                failure.Message.Split('\n')[0].Trim());
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            logger.LogWarning("Container {Container} could not be looked at: {Problem}", container.Name, failure.Message);
        }

        return false;
    }

    private static TimeSpan Clamp(TimeSpan value, TimeSpan least, TimeSpan most) => value < least ? least : value > most ? most : value;
}
