using Azure.Storage.Blobs.Models;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>Looks after uploads that something was lost of. Costs a listing of the container, and a look into the book for what is new in it.</summary>
internal sealed class UploadSweep(Storage storage, UploadBook book, UploadsAtWork atWork, UploadIntents intents, UploadStart start, TimeProvider time, IOptions<Settings> settings, ILogger<UploadSweep> log)
{
    /// <summary>Events come within seconds; storage's own clock may differ a little from ours.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>A file may be under way for long after its link has expired.</summary>
    private static readonly TimeSpan LongestTransfer = TimeSpan.FromDays(1);

    /// <returns>How many uploads were started.</returns>
    public async Task<int> RunAsync(DurableTaskClient durable, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var started = await DroppedAsync(now, durable, cancellation) + await StuckAsync(now, durable, cancellation);
        await ForgetIntentsAsync(now, cancellation);
        if (started > 0) log.LogWarning("{Count} uploads had been lost from sight and were started.", started);
        return started;
    }

    private async Task<int> DroppedAsync(DateTimeOffset now, DurableTaskClient durable, CancellationToken cancellation)
    {
        var since = await book.SweptAsync(cancellation);
        // A mark ahead of the clock was left by one that ran ahead, and says nothing of what came since.
        if (since > now) since = DateTimeOffset.MinValue;
        var (from, until, started) = (since == DateTimeOffset.MinValue ? since : since - Overlap, now - Patience, 0);
        var container = await storage.ContainerAsync(Upload.Container);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellation))
        {
            if (blob.Properties.LastModified is not { } written || written < from || written > until || blob.Properties.ETag is not { } version) continue;
            if (await book.ReadAsync(UploadId.Of(blob.Name, version), cancellation) is not null) continue;
            if (await start.StartAsync(blob.Name, durable, cancellation) is not null) started++;
        }

        await book.SweptAsync(until, cancellation);
        return started;
    }

    /// <summary>Forgets what was meant by files that are in the book as they stand, or that can come no more.</summary>
    private async Task ForgetIntentsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var blob in await intents.OlderThanAsync(now - LongestTransfer - TimeSpan.FromMinutes(settings.Value.Intake.LinkMinutes), cancellation))
        {
            if (await start.FindAsync(blob, cancellation) is not { } upload || await book.ReadAsync(upload.Id, cancellation) is not null) await intents.ForgetAsync(blob, cancellation);
        }
    }

    private async Task<int> StuckAsync(DateTimeOffset now, DurableTaskClient durable, CancellationToken cancellation)
    {
        var started = 0;
        foreach (var id in await atWork.ListAsync(cancellation))
        {
            if (await book.ReadAsync(id, cancellation) is not { Busy: true } entry || now - entry.Upload.SeenAt < Patience) continue;
            if (entry.Receipt.FinishedAt is not null)
            {
                if (await TakeBackAsync(entry, durable, cancellation)) started++;
                continue;
            }

            if (await durable.GetInstanceAsync(entry.Upload.InstanceId, cancellation) is { IsCompleted: false }) continue;
            await UploadStart.ScheduleAsync(id, durable, cancellation);
            started++;
        }

        return started;
    }

    /// <summary>
    /// A take-back that failed goes on, since it may have done some of its work; one that never began, or that is over, is let go of, so that the receipt can be read and the upload be taken back by whoever still wants it.
    /// </summary>
    private async Task<bool> TakeBackAsync(UploadEntry entry, DurableTaskClient durable, CancellationToken cancellation)
    {
        var instance = await durable.GetInstanceAsync(TakeUploadBack.InstanceId(entry.Upload.Id), getInputsAndOutputs: true, cancellation);
        if (instance is { IsCompleted: false }) return false;
        if (instance?.ReadInputAs<TakeBackOrder>() is { } order && entry.Receipt.TakenBack is null)
        {
            await OneInstance.StartAsync(durable, nameof(TakeUploadBack), instance.InstanceId, order, cancellation);
            return true;
        }

        await atWork.LetGoAsync(entry.Upload.Id, cancellation);
        return false;
    }
}
