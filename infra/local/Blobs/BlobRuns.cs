using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Functions;
using ParisPact.Local.Hosting;
using ParisPact.Local.Time;

namespace ParisPact.Local.Blobs;

/// <summary>Runs functions for blobs, a few at a time: five tries at once one after the other, then the poison queue.</summary>
internal sealed class BlobRuns(FunctionRunner runner, HostJson settings, TimeProvider time, RunningWork work, ILogger<BlobRuns> logger) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Queue<BlobHit> waiting = new();
    private readonly CancellationTokenSource stop = new();
    private int running;

    public void Add(BlobHit hit)
    {
        lock (gate)
        {
            waiting.Enqueue(hit);
        }

        Pump();
    }

    /// <summary>One run for a blob as it is now. It leaves no receipt, and there is no second try.</summary>
    public void AddByHand(BlobTrigger trigger, string blob, IReadOnlyDictionary<string, string> values) => work.Run(
        async () =>
        {
            try
            {
                var properties = (await trigger.Container.GetBlobClient(blob).GetPropertiesAsync(cancellationToken: stop.Token)).Value;
                await Run(new BlobHit(trigger, blob, properties.ETag.ToString("G").Trim('"'), 0, values), properties);
            }
            catch (RequestFailedException failure)
            {
                logger.LogError("{Blob} could not be given to '{Function}': {Problem}", blob, trigger.Function.Name, failure.ErrorCode);
            }
        },
        trigger.Function.Name);

    public Task Stop() => stop.CancelAsync();

    public void Dispose() => stop.Dispose();

    private void Pump()
    {
        lock (gate)
        {
            while (running < settings.BlobParallelism && waiting.TryDequeue(out var hit))
            {
                running++;
                work.Run(() => Take(hit), $"{hit.Trigger.Function.Name} for {hit.Blob}");
            }
        }
    }

    private async Task Take(BlobHit hit)
    {
        try
        {
            if (!stop.IsCancellationRequested)
            {
                await Try(hit);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next start takes it up.
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            logger.LogError(failure, "{Blob} could not be given to '{Function}'; it is tried again", hit.Blob, hit.Trigger.Function.Name);
        }
        finally
        {
            hit.Trigger.Release(hit.Blob);
            lock (gate)
            {
                running--;
            }

            // Before this piece of work ends, so that there is no moment at which nothing seems to be left.
            Pump();
        }
    }

    private async Task Try(BlobHit hit)
    {
        var trigger = hit.Trigger;
        for (var attempt = hit.Attempts + 1; attempt <= settings.PoisonBlobThreshold; attempt++)
        {
            if (await Properties(hit) is not { } properties)
            {
                return;
            }

            // Written before the run: a blob that brings the process down must not do so for ever.
            await trigger.Write(hit.Blob, new BlobReceipt(hit.ETag, attempt, false), time.GetUtcNow(), stop.Token);
            if (await Run(hit, properties))
            {
                await trigger.Write(hit.Blob, new BlobReceipt(hit.ETag, attempt, true), time.GetUtcNow(), CancellationToken.None);
                return;
            }

            if (stop.IsCancellationRequested)
            {
                // A run that was broken off by the end of the host is no failed try.
                await trigger.Write(hit.Blob, new BlobReceipt(hit.ETag, attempt - 1, false), time.GetUtcNow(), CancellationToken.None);
                return;
            }
        }

        if (await Properties(hit) is not { } poisoned)
        {
            return;
        }

        logger.LogError("{Blob} failed {Tries} times in '{Function}' and is set aside in queue {Queue}", hit.Blob, settings.PoisonBlobThreshold, trigger.Function.Name, PoisonQueue.Name);
        await trigger.Poison.Add(trigger.Function.Name, $"{poisoned.BlobType}Blob", trigger.Path.Container, hit.Blob, hit.ETag, stop.Token);
        await trigger.Write(hit.Blob, new BlobReceipt(hit.ETag, settings.PoisonBlobThreshold, true), time.GetUtcNow(), CancellationToken.None);
    }

    /// <summary>Null when the blob is gone or is another version by now; that one is a hit of its own.</summary>
    private async Task<BlobProperties?> Properties(BlobHit hit)
    {
        try
        {
            var conditions = new BlobRequestConditions { IfMatch = new ETag($"\"{hit.ETag}\"") };
            return (await hit.Trigger.Container.GetBlobClient(hit.Blob).GetPropertiesAsync(conditions, stop.Token)).Value;
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 412)
        {
            if (gone.Status == 412)
            {
                hit.Trigger.Overtaken();
            }
            else
            {
                // No hint: a name with /../ in it is listed, and yet cannot be asked for under that name.
                logger.LogInformation("{Blob} is gone and is not given to '{Function}'", hit.Blob, hit.Trigger.Function.Name);
            }

            return null;
        }
    }

    private async Task<bool> Run(BlobHit hit, BlobProperties properties)
    {
        var trigger = hit.Trigger;
        var parameters = new BlobParameters(trigger.Container.GetBlobClient(hit.Blob), properties, hit.Values);
        try
        {
            await runner.Run(new Invocation(trigger.Function, $"{trigger.Path.Container}/{hit.Blob}", stop.Token)
            {
                Bind = (parameter, context) => parameters.Bind(trigger.Function, parameter, context),
                BindingData = parameters.Data(),
            });
            return true;
        }
        catch (Exception)
        {
            // The runner has logged it; how often it is tried is decided above.
            return false;
        }
    }
}
