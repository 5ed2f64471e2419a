using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Functions;
using ParisPact.Local.Hosting;

namespace ParisPact.Local.Blobs;

/// <summary>Watches the containers that the app's blob functions name.</summary>
internal sealed class BlobTriggerService(LocalPlan plan, FunctionCatalog catalog, BlobRuns runs, IConfiguration settings, ILogger<BlobTriggerService> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly List<BlobTrigger> triggers = [];
    private List<BlobWatch> watches = [];
    private StorageHints? hints;
    private Task watching = Task.CompletedTask;

    public IReadOnlyList<BlobTrigger> Triggers => triggers;

    public BlobTrigger? Find(FunctionEntry function) => triggers.Find(trigger => trigger.Function == function);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var function in catalog.With<BlobTriggerAttribute>())
        {
            try
            {
                triggers.Add(Index(function));
            }
            catch (FormatException problem)
            {
                // As in Azure, a function that cannot be indexed is left out and the rest of the app runs.
                logger.LogError("The '{Function}' function is in error: {Problem}", function.Name, problem.Message);
            }
        }

        hints = triggers.Count > 0 ? StorageHints.From(plan.StorageFolder, () => watches.ForEach(watch => watch.Hint())) : null;
        watches = [.. triggers.GroupBy(trigger => trigger.Container.Uri).Select(group =>
            new BlobWatch(group.First().Container, [.. group], hints is not null && IsOurs(group.Key), logger))];
        foreach (var trigger in triggers)
        {
            trigger.Overtaken = watches.Single(watch => watch.Container.Uri == trigger.Container.Uri).Hint;
        }

        if (plan.WatchesBlobs)
        {
            watching = Task.WhenAll(watches.Select(watch => Task.Run(() => watch.Watch(stop.Token), stop.Token)));
        }

        return Task.CompletedTask;
    }

    /// <summary>Gives one blob to a function once more, whatever its receipt says. Null when it was, else why not.</summary>
    /// <param name="path">Container and blob.</param>
    public string? Fire(FunctionEntry function, string path)
    {
        if (Find(function) is not { } trigger)
        {
            return $"The blob function '{function.Name}' is in error; see the log of the start.";
        }

        var prefix = trigger.Path.Container + "/";
        if (!path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || trigger.Path.Match(path[prefix.Length..]) is not { } values)
        {
            return $"The input must be the path of a blob that matches '{trigger.Path.Text}'.";
        }

        runs.AddByHand(trigger, path[prefix.Length..], values);
        return null;
    }

    /// <summary>Looks at every container now. What it finds has begun when this returns.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        foreach (var watch in watches)
        {
            await watch.Look(cancellation);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        hints?.Dispose();
        await stop.CancelAsync();
        await watching.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await runs.Stop();
    }

    public void Dispose()
    {
        hints?.Dispose();
        stop.Dispose();
        watches.ForEach(watch => watch.Dispose());
    }

    /// <summary>Whether a container lies in the storage that the hints come from.</summary>
    private bool IsOurs(Uri container) => plan.Storage is { } storage && new BlobServiceClient(storage).Uri.IsBaseOf(container);

    private BlobTrigger Index(FunctionEntry function)
    {
        var attribute = (BlobTriggerAttribute)function.Trigger;
        BlobParameters.Check(function);
        var path = BlobPathTemplate.Parse(SettingText.Fill(attribute.BlobPath, settings));
        var connection = StorageConnection.Find(attribute.Connection, settings);
        var host = StorageConnection.Find(null, settings);
        return new BlobTrigger(
            function,
            path,
            new BlobContainerClient(connection, path.Container),
            new BlobReceipts(new TableServiceClient(host), function.Name, path.Container),
            new PoisonQueue(connection),
            runs);
    }
}
