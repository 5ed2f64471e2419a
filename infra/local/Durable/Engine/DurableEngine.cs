using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Durable.Engine;
using ParisPact.Local.Durable.History;
using ParisPact.Local.Time;

namespace ParisPact.Local.Durable;

/// <summary>
/// Runs orchestrations durably in this process. Each instance is told its news in turns, one turn at a time; a turn is one commit to the store.
/// What a turn decided is begun only after its commit, and whatever was begun can be begun again from the history, so that the process may die at any moment:
/// activities may then run again, and nothing else happens twice.
/// One engine works on a store at a time.
/// </summary>
internal sealed partial class DurableEngine : IHostedService, IAsyncDisposable
{
    private readonly DurableFunctions functions;
    private readonly IHistoryStore store;
    private readonly TimeProvider time;
    private readonly RunningWork work;
    private readonly ILoggerFactory logs;
    private readonly ILogger log;
    private readonly Lock gate = new();
    private readonly Dictionary<string, LiveInstance> live = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stopping = new();
    private readonly Waiters waiters = new();
    private readonly InstanceLocks locks = new();
    private readonly DueTimers timers;
    private readonly ActivityQueue activities;
    private long lastKey;
    private bool started;

    /// <param name="functions">The orchestrators and activities; complete before <see cref="StartAsync"/>.</param>
    /// <param name="store">Where the instances are kept.</param>
    /// <param name="time">The clock of timers and of decisions.</param>
    /// <param name="work">Counts what runs, so that a virtual clock stands still meanwhile.</param>
    /// <param name="logs">Where to log; also what orchestrators' replay-safe loggers write to.</param>
    /// <param name="converter">JSON of inputs, results and events; the worker's default where null.</param>
    /// <param name="activitiesAtATime">Ten a core where null, as in Azure.</param>
    public DurableEngine(DurableFunctions functions, IHistoryStore store, TimeProvider time, RunningWork work, ILoggerFactory logs, DataConverter? converter = null, int? activitiesAtATime = null)
    {
        this.functions = functions;
        this.store = store;
        this.time = time;
        this.work = work;
        this.logs = logs;
        Converter = converter ?? WireJson.Converter;
        log = logs.CreateLogger<DurableEngine>();
        timers = new(time, TimerIsDue);
        activities = new(activitiesAtATime ?? 10 * Environment.ProcessorCount, work);
    }

    public DataConverter Converter { get; }

    /// <summary>Takes up every instance that is not finished where it stands in the store.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.PrepareAsync(cancellationToken);
        string? next = null;
        do
        {
            (var records, next) = await store.ListAsync(new() { LiveOnly = true }, 500, next, payloads: false, cancellationToken);
            foreach (var some in records.Chunk(8))
            {
                var loaded = await Task.WhenAll(some.Select(record => store.LoadAsync(record.InstanceId, cancellationToken)));
                foreach (var stored in loaded.OfType<StoredInstance>())
                {
                    var instance = new LiveInstance(stored.Record);
                    instance.Loaded(stored);
                    live.Add(stored.Record.InstanceId, instance);
                }
            }
        }
        while (next is not null);

        // Nobody is woken before all that was being sent is in the inboxes: who consumes a message must not be sent it again.
        foreach (var sender in live.Values.Where(instance => instance.Record.Outbox.Count > 0).ToList())
        {
            await SendOutboxAsync(sender, (receiver, message) => receiver.Add(message));
            if (sender.Record.IsFinished) live.Remove(sender.Record.InstanceId);
        }

        started = true;
        if (live.Count > 0) log.LogInformation("{Count} orchestrations go on where they were.", live.Count);
        foreach (var instance in live.Values.ToList()) Resume(instance);
    }

    /// <summary>Stops at once: turns that are being committed end, activities are cancelled, and everything else goes on at the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        started = false;
        await stopping.CancelAsync();
        timers.Dispose();
        activities.Clear();
        await work.WhenZeroAsync().WaitAsync(TimeSpan.FromSeconds(5), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        if (started) await StopAsync(CancellationToken.None);
        timers.Dispose();
    }

    private LiveInstance? Live(string instanceId)
    {
        lock (gate) return live.GetValueOrDefault(instanceId);
    }

    /// <summary>A new or reloaded instance: begins what its history says is open, and wakes it.</summary>
    private void Resume(LiveInstance instance)
    {
        if (instance.HasStarted)
        {
            instance.MayStart = true;
            KeepOpen(instance);
            BeginCalls(instance);
        }
        else if (instance.Record.StartAt is { } startAt && startAt > time.GetUtcNow())
        {
            timers.Set(new(instance.Record.InstanceId, instance.Record.ExecutionId, DueTimers.Key.Start), startAt);
        }
        else
        {
            instance.MayStart = true;
        }

        if (instance.Wake()) RunTurns(instance);
    }

    private void Post(LiveInstance instance, Message message)
    {
        if (!stopping.IsCancellationRequested && instance.Post(message)) RunTurns(instance);
    }

    private void TimerIsDue(DueTimers.Key timer)
    {
        if (Live(timer.InstanceId) is not { } instance || instance.Record.ExecutionId != timer.ExecutionId) return;
        if (timer.Id == DueTimers.Key.Start)
        {
            instance.MayStart = true;
            if (instance.Wake()) RunTurns(instance);
        }
        else
        {
            Post(instance, new(new TimerFired(timer.Id), ExecutionId: timer.ExecutionId));
        }
    }

    /// <summary>A key that sorts after every earlier one, those of earlier runs of the process included.</summary>
    private string NextKey()
    {
        lock (gate)
        {
            lastKey = Math.Max(lastKey + 1, time.GetUtcNow().UtcTicks);
            return string.Create(CultureInfo.InvariantCulture, $"{lastKey:D19}-{Guid.NewGuid().ToString("N")[..8]}");
        }
    }
}
