namespace ParisPact.Local.Durable.Engine;

/// <summary>
/// Runs an orchestrator's code and all its continuations on one thread, to the end of what can run.
/// Completing a durable task therefore has had all its effects before the next fact is told, and no clock moves in between.
/// </summary>
internal sealed class OrchestrationThread(Action illegalContinuation) : SynchronizationContext
{
    public const string IllegalAwait = "An invalid asynchronous invocation was detected. This can be caused by awaiting non-durable tasks in an orchestrator function's implementation or by middleware that invokes asynchronous code.";

    private readonly Queue<(SendOrPostCallback Call, object? State)> ready = new();
    private int owner;

    /// <summary>Whether the calling thread is running this orchestrator's code now.</summary>
    public bool IsHere => owner == Environment.CurrentManagedThreadId;

    /// <summary>Runs a step and everything that follows from it.</summary>
    public void Run(Action step)
    {
        var before = Current;
        SetSynchronizationContext(this);
        owner = Environment.CurrentManagedThreadId;
        try
        {
            step();
            while (ready.TryDequeue(out var next)) next.Call(next.State);
        }
        finally
        {
            owner = 0;
            SetSynchronizationContext(before);
        }
    }

    /// <summary>A continuation from another thread means that something other than a durable task was awaited. It is never run, as in Azure, where the instance hangs.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsHere) ready.Enqueue((d, state));
        else illegalContinuation();
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!IsHere) throw new InvalidOperationException(IllegalAwait);
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;
}
