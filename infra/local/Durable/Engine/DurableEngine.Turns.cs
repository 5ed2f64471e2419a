using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Durable.Engine;
using ParisPact.Local.Durable.History;

namespace ParisPact.Local.Durable;

/// <content>Turns: telling an instance its news, and committing what came of it.</content>
internal sealed partial class DurableEngine
{
    private void RunTurns(LiveInstance instance, int failures = 0)
    {
        var what = $"orchestration {instance.Record.InstanceId}";
        _ = work.Run(TurnsAsync, what);

        async Task TurnsAsync()
        {
            while (!stopping.IsCancellationRequested)
            {
                IReadOnlyList<Message>? told = null;
                try
                {
                    if (instance.IsDoubtful) await ReloadAsync(instance);
                    told = instance.Take();
                    if (told is null) return;
                    if (instance.Record.Outbox.Count > 0) await SendOutboxAsync(instance, Post);
                    await TurnAsync(instance, told);
                    told = null;
                    if (instance.Record.Outbox.Count > 0) await SendOutboxAsync(instance, Post);
                    failures = 0;
                }
                catch (Exception) when (stopping.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception failure)
                {
                    log.LogWarning(failure, "A turn of {What} could not be stored and is tried again: {Reason}", what, failure.Message);
                    if (told is not null) instance.PutBack(told);
                    instance.IsDoubtful = true;
                    Later(Pause(failures), () => RunTurns(instance, failures + 1));
                    return;
                }

                if (!instance.Record.IsFinished) continue;
                Finish(instance);
                return;
            }
        }
    }

    private async Task ReloadAsync(LiveInstance instance)
    {
        // Before reading: a doubt that arises meanwhile is another one.
        instance.IsDoubtful = false;
        var stored = await store.LoadAsync(instance.Record.InstanceId, stopping.Token);
        if (stored is null) throw new InvalidOperationException($"Instance '{instance.Record.InstanceId}' is no longer in the store.");
        instance.Loaded(stored);
        if (instance.Record.Outbox.Count == 0) TellSent(instance, Post);
        else instance.Sent.Clear();
        waiters.Tell(instance.Record);
        if (instance.Record.IsFinished) return;
        KeepOpen(instance);
        BeginCalls(instance);
    }

    private async Task TurnAsync(LiveInstance instance, IReadOnlyList<Message> told)
    {
        var record = instance.Record;
        if (record.IsFinished) return;
        var now = time.GetUtcNow();
        var news = Turn.News(instance, told, now);
        var consumed = told.Select(message => message.Key).OfType<string>().ToList();
        if (news.Count == 1 && consumed.Count == 0) return;

        var decision = Decide(instance, news);
        if (decision.Ends is not null)
        {
            // An end that is cut short may come before a sub-orchestration that was decided earlier is under way; afterwards nobody would start it, or reach it.
            foreach (var sub in instance.Open.Values.OfType<SubOrchestrationCreated>()) await StartChildAsync(Link(record, sub), sub);
        }

        var commit = decision.Continues is { } next
            ? new Commit(Turn.Continued(record, next, now) with { Outbox = Outgoing(instance, decision) }, next.Events, consumed)
            : new Commit(Turn.After(record, decision, news, now) with { Outbox = Outgoing(instance, decision) }, Turn.Recorded(news, decision), consumed);
        var committed = await store.CommitAsync(commit, stopping.Token);
        if (decision.Continues is not null) Keep(instance, decision.Open);
        instance.Committed(committed, commit.Events);
        waiters.Tell(committed);
        if (decision.IsStuck) Report(instance);
        if (decision.Continues is null && !committed.IsFinished)
        {
            foreach (var decided in decision.Decided.Where(decided => decided is not EventSent)) instance.Open[decided.Id] = decided;
            Keep(instance, decision.Open);
            BeginCalls(instance);
        }
    }

    private Decision Decide(LiveInstance instance, IReadOnlyList<HistoryEvent> news)
    {
        var record = instance.Record;
        if (functions.Orchestrators.TryGetValue(record.Name, out var body))
        {
            return new OrchestrationRun(body, record, Converter, logs, () => Report(instance)).Execute(instance.History, news);
        }

        var text = Failures.NoSuchOrchestrator(record.Name, functions.Orchestrators.Keys);
        log.LogError("Instance '{InstanceId}' fails: there is no orchestrator '{Name}'.", record.InstanceId, record.Name);
        return new()
        {
            Decided = [],
            Open = new HashSet<int>(),
            CustomStatus = record.CustomStatus,
            IsSuspended = false,
            Ends = news.OfType<ExecutionTerminated>().FirstOrDefault() is { } terminated
                ? new(OrchestrationRuntimeStatus.Terminated, terminated.Payload)
                : new(OrchestrationRuntimeStatus.Failed, text, Failures.Unknown with { ErrorMessage = text }),
        };
    }

    private List<OutgoingMessage> Outgoing(LiveInstance instance, Decision decision)
    {
        List<OutgoingMessage> outgoing = [.. decision.Decided.OfType<EventSent>().Select(sent =>
            new OutgoingMessage(sent.InstanceId, NextKey(), new EventRaised(sent.Name) { Payload = sent.Payload }))];
        if (decision.Ends is { Recursive: true })
        {
            outgoing.AddRange(instance.Open.Values.OfType<SubOrchestrationCreated>().Select(sub =>
                new OutgoingMessage(sub.InstanceId, NextKey(), new ExecutionTerminated(true) { Payload = decision.Ends.Output })));
        }

        return outgoing;
    }

    /// <summary>
    /// Forgets open calls that the body itself gave up, which only a replay can tell: cancelled timers.
    /// A body that has changed since tells nothing; its next wake-up will say so.
    /// </summary>
    private void KeepOpen(LiveInstance instance)
    {
        if (instance.Open.Count == 0 || !functions.Orchestrators.ContainsKey(instance.Record.Name)) return;
        if (Decide(instance, []) is { Ends: null } decision) Keep(instance, decision.Open);
    }

    private void Keep(LiveInstance instance, IReadOnlySet<int> open)
    {
        foreach (var id in instance.Open.Keys.Where(id => !open.Contains(id)).ToList())
        {
            if (instance.Open.Remove(id, out var decided) && decided is TimerCreated) timers.Cancel(TimerKey(instance, id));
            instance.UnderWay.Remove(id);
        }
    }

    private static DueTimers.Key TimerKey(LiveInstance instance, int id) => new(instance.Record.InstanceId, instance.Record.ExecutionId, id);

    private void Report(LiveInstance instance)
    {
        if (instance.WasReported) return;
        instance.WasReported = true;
        log.LogError("Orchestration '{Name}', instance '{InstanceId}', waits for something that is not durable and hangs in Running, as it would in Azure: await only tasks of the context.", instance.Record.Name, instance.Record.InstanceId);
    }
}
