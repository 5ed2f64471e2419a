using DurableTask.Core.Exceptions;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Durable.Engine;
using ParisPact.Local.Durable.History;

namespace ParisPact.Local.Durable;

/// <content>What a committed turn sets going: activities, timers, sub-orchestrations, messages, and the answer to a parent.</content>
internal sealed partial class DurableEngine
{
    private void BeginCalls(LiveInstance instance)
    {
        foreach (var decided in instance.Open.Values.OrderBy(decided => decided.Id).ToList())
        {
            if (instance.UnderWay.Contains(decided.Id) || instance.HasAnswerFor(decided.Id)) continue;
            instance.UnderWay.Add(decided.Id);
            switch (decided)
            {
                case ActivityScheduled activity:
                    Begin(instance, activity);
                    break;
                case TimerCreated timer:
                    timers.Set(TimerKey(instance, timer.Id), new(timer.FireAt, TimeSpan.Zero));
                    break;
                case SubOrchestrationCreated sub:
                    var link = Link(instance.Record, sub);
                    UntilDone($"starting sub-orchestration {sub.InstanceId}", () => StartChildAsync(link, sub));
                    break;
            }
        }
    }

    private void Begin(LiveInstance instance, ActivityScheduled activity)
    {
        var executionId = instance.Record.ExecutionId;
        activities.Add(RunAsync, $"activity {activity.Name} of {instance.Record.InstanceId}");

        async Task RunAsync()
        {
            if (stopping.IsCancellationRequested || instance.Record.ExecutionId != executionId || instance.Record.IsFinished) return;
            var answer = await AnswerAsync(instance.Record.InstanceId, activity);
            if (answer is not null) Post(instance, new(answer, ExecutionId: executionId));
        }
    }

    /// <summary>Null when the engine stops meanwhile: the attempt is then made again at the next start.</summary>
    private async Task<HistoryEvent?> AnswerAsync(string instanceId, ActivityScheduled activity)
    {
        if (!functions.Activities.TryGetValue(activity.Name, out var run))
        {
            log.LogError("Instance '{InstanceId}' calls activity '{Name}', which does not exist. There are: {Known}.", instanceId, activity.Name, string.Join(", ", functions.Activities.Keys.Order(StringComparer.Ordinal)));
            return new TaskFailed(activity.Id, Failures.Unknown, IsFinal: true);
        }

        try
        {
            var result = await run(new(activity.Name, instanceId, activity.Payload), stopping.Token);
            return new TaskCompleted(activity.Id) { Payload = Converter.Serialize(result) };
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "Activity '{Name}' of instance '{InstanceId}' failed: {Reason}", activity.Name, instanceId, failure.Message);
            return new TaskFailed(activity.Id, Failures.Details(failure));
        }
    }

    private static ParentLink Link(InstanceRecord parent, SubOrchestrationCreated sub) => new(parent.Name, parent.InstanceId, parent.ExecutionId, sub.Id);

    /// <summary>
    /// Starts a sub-orchestration, or finds that it was started before, perhaps by an earlier process, and has an answer already.
    /// A parent that is over has seen to it before its end.
    /// </summary>
    private async Task StartChildAsync(ParentLink parent, SubOrchestrationCreated sub)
    {
        if (Live(parent.InstanceId) is not { Record.IsFinished: false } current || current.Record.ExecutionId != parent.ExecutionId) return;
        if (sub.InstanceId == parent.InstanceId)
        {
            Post(current, new(new TaskFailed(sub.Id, Failures.Details(AlreadyExists(sub.InstanceId))), ExecutionId: parent.ExecutionId));
            return;
        }

        using var held = await locks.TakeAsync(sub.InstanceId, stopping.Token);
        var record = New(sub.InstanceId, sub.Name, sub.Payload) with { Version = sub.Version, Parent = parent };
        for (var existing = Live(sub.InstanceId)?.Record ?? await TryInsertAsync(record); existing is not null; existing = await TryInsertAsync(record))
        {
            if (existing.Parent == parent)
            {
                if (existing.IsFinished) Answer(existing);
                return;
            }

            if (!existing.IsFinished)
            {
                var failure = Failures.Details(AlreadyExists(sub.InstanceId));
                if (Live(parent.InstanceId) is { } caller) Post(caller, new(new TaskFailed(sub.Id, failure), ExecutionId: parent.ExecutionId));
                return;
            }

            await RemoveAsync(sub.InstanceId, stopping.Token);
        }
    }

    /// <summary>Tells the parent, if it still waits for this call.</summary>
    private void Answer(InstanceRecord child)
    {
        if (child.Parent is { } parent && Live(parent.InstanceId) is { } caller) Post(caller, new(ToParent(child), ExecutionId: parent.ExecutionId));
    }

    private static HistoryEvent ToParent(InstanceRecord child) => child.Status == OrchestrationRuntimeStatus.Completed
        ? new TaskCompleted(child.Parent!.TaskId) { Payload = child.Output, ExecutionId = child.Parent.ExecutionId }
        : new TaskFailed(child.Parent!.TaskId, child.Failure ?? Failures.Unknown) { ExecutionId = child.Parent.ExecutionId };

    /// <summary>
    /// Messages go into the inboxes first, then the outbox is emptied, and only then are the receivers told.
    /// A message that is sent again, because the process died or a write failed, is therefore still in the inbox under the same key, and is not doubled.
    /// </summary>
    private async Task SendOutboxAsync(LiveInstance instance, Action<LiveInstance, Message> tell)
    {
        var receivers = instance.Record.Outbox.Select(message => (Message: message, Receiver: Live(message.InstanceId))).Where(pair => pair.Receiver is { Record.IsFinished: false }).ToList();
        foreach (var (message, receiver) in receivers)
        {
            if (receiver!.Knows(message.Key)) continue;
            await store.AddMessageAsync(message.InstanceId, message.Key, message.Event, stopping.Token);

            // The receiver may have ended and been removed meanwhile: what nobody takes must not wait for the next instance of that ID.
            if (Live(message.InstanceId) != receiver || receiver.Record.IsFinished) await store.RemoveMessageAsync(message.InstanceId, message.Key, stopping.Token);
        }

        instance.Sent.AddRange(receivers.Select(pair => (pair.Receiver!, new Message(pair.Message.Event, pair.Message.Key))));
        var emptied = await store.CommitAsync(new(instance.Record with { Outbox = [] }, [], []), stopping.Token);
        instance.Committed(emptied, []);
        TellSent(instance, tell);
    }

    /// <summary>The outbox is empty for certain: what was in it is told.</summary>
    private static void TellSent(LiveInstance instance, Action<LiveInstance, Message> tell)
    {
        foreach (var (receiver, message) in instance.Sent) tell(receiver, message);
        instance.Sent.Clear();
    }

    private void Finish(LiveInstance instance)
    {
        lock (gate)
        {
            if (!live.TryGetValue(instance.Record.InstanceId, out var current) || current != instance) return;
            live.Remove(instance.Record.InstanceId);
        }

        foreach (var timer in instance.Open.Values.OfType<TimerCreated>()) timers.Cancel(TimerKey(instance, timer.Id));
        timers.Cancel(TimerKey(instance, DueTimers.Key.Start));
        Answer(instance.Record);
        waiters.Tell(instance.Record);
    }

    private static OrchestrationAlreadyExistsException AlreadyExists(string instanceId) => new($"An Orchestration instance with the ID {instanceId} already exists.");
}
