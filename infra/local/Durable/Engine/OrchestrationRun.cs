using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Durable.History;

namespace ParisPact.Local.Durable.Engine;

/// <summary>
/// One wake-up: runs the body from the top over the whole history and then over what is new, and gives what it decided.
/// Nothing of it outlives the turn; the next one starts from the top again, and so proves that the body is deterministic.
/// </summary>
internal sealed class OrchestrationRun
{
    private readonly Func<TaskOrchestrationContext, Task<object?>> body;
    private readonly DataConverter converter;
    private readonly OrchestrationThread thread;
    private readonly OrchestrationContext context;
    private readonly Queue<HistoryEvent> held = new();
    private Task<object?>? result;
    private Decision.Ending? cut;
    private bool suspended;

    public OrchestrationRun(Func<TaskOrchestrationContext, Task<object?>> body, InstanceRecord record, DataConverter converter, ILoggerFactory logs, Action illegalContinuation)
    {
        this.body = body;
        this.converter = converter;
        thread = new(illegalContinuation);
        context = new(record, converter, thread, logs);
    }

    public Decision Execute(IEnumerable<HistoryEvent> history, IEnumerable<HistoryEvent> news)
    {
        try
        {
            TellAll(history, replaying: true);
            TellAll(news, replaying: false);
        }
        catch (NonDeterministicOrchestrationException difference)
        {
            cut = Failed(difference);
        }

        if (cut is null && result is { IsCompleted: false } && !context.HasCalled && context.Open.Count == 0 && !suspended)
        {
            cut = Failed(new InvalidOperationException(OrchestrationThread.IllegalAwait));
        }

        return new()
        {
            Decided = cut is null ? [.. context.Pending.Values] : [],
            Open = context.Open.Keys.ToHashSet(),
            CustomStatus = context.CustomStatus,
            IsSuspended = suspended,
            Ends = cut ?? End(),
            Continues = cut is null ? Continue() : null,
            IsStuck = result is { IsCompleted: false } && context.Open.Count == 0 && !context.Events.AnyWaiter && held.Count == 0,
        };
    }

    private bool IsOver => result is { IsCompleted: true } && context.Open.Count == 0 && !suspended;

    private Decision.Ending? End()
    {
        if (!IsOver) return null;
        if (result!.IsCompletedSuccessfully)
        {
            if (context.Next is not null) return null;
            try
            {
                return new(OrchestrationRuntimeStatus.Completed, converter.Serialize(result.Result));
            }
            catch (Exception exception)
            {
                return Failed(exception);
            }
        }

        try
        {
            // The result is there; this only brings the exception back as it was thrown.
            result.GetAwaiter().GetResult();
            return null;
        }
        catch (Exception exception)
        {
            return Failed(exception);
        }
    }

    private Decision.Continuation? Continue() => IsOver && result!.IsCompletedSuccessfully && context.Next is { } next
        ? new(next.Input, next.Version, next.KeepEvents ? [.. context.Events.Buffered.Select(raised => new EventRaised(raised.Name) { Payload = raised.Json })] : [])
        : null;

    private static Decision.Ending Failed(Exception exception) => new(OrchestrationRuntimeStatus.Failed, Failures.Text(exception), Failures.Details(exception));

    private void TellAll(IEnumerable<HistoryEvent> events, bool replaying)
    {
        foreach (var fact in events)
        {
            if (cut is not null) return;
            context.Replaying = replaying;
            if (suspended && fact is (Answer or EventRaised or ExecutionStarted)) held.Enqueue(fact);
            else Tell(fact);
        }

        context.Replaying = false;
    }

    private void Tell(HistoryEvent fact)
    {
        switch (fact)
        {
            case TurnStarted turn:
                context.SetTime(turn.At);
                break;
            case ExecutionStarted:
                thread.Run(Start);
                break;
            case Decided decided:
                Confirm(decided);
                break;
            case Answer answer:
                thread.Run(() => context.Answer(answer));
                break;
            case EventRaised raised:
                Raise(raised);
                break;
            case ExecutionSuspended:
                suspended = true;
                break;
            case ExecutionResumed:
                suspended = false;
                while (!suspended && cut is null && held.TryDequeue(out var next)) Tell(next);
                break;
            case ExecutionTerminated terminated:
                cut = new(OrchestrationRuntimeStatus.Terminated, terminated.Payload, Failures.Unknown with { ErrorMessage = terminated.Payload ?? "" }, terminated.Recursive);
                break;
        }
    }

    private void Start()
    {
        try
        {
            result = body(context);
        }
        catch (Exception exception)
        {
            result = Task.FromException<object?>(exception);
        }
    }

    private void Raise(EventRaised raised)
    {
        try
        {
            thread.Run(() => context.Events.Raise(raised.Name, raised.Payload));
        }
        catch (Exception misfit)
        {
            cut = Failed(misfit);
        }
    }

    /// <summary>The body must have decided by now what it is recorded to have decided.</summary>
    private void Confirm(Decided recorded)
    {
        if (!context.Pending.Remove(recorded.Id, out var decided)) throw new NonDeterministicOrchestrationException(Differences.Missing(recorded));
        if (Differences.Between(recorded, decided) is { } difference) throw new NonDeterministicOrchestrationException(difference);
    }
}
