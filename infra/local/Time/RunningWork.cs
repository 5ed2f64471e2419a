namespace ParisPact.Local.Time;

/// <summary>
/// Counts the pieces of work that run now, so that a virtual clock jumps only when nothing does, and a stop can wait for the last one.
/// Everything that the runtime does by itself (orchestrators, activities, triggers) is begun here.
/// </summary>
/// <param name="scheduler">Where <see cref="Run"/> runs pieces; the thread pool where null. An exclusive scheduler makes a run repeatable.</param>
internal sealed class RunningWork(TaskScheduler? scheduler = null)
{
    private readonly Lock gate = new();
    private readonly HashSet<Piece> pieces = [];
    private TaskCompletionSource? zero;

    public TaskScheduler Scheduler { get; } = scheduler ?? TaskScheduler.Default;

    /// <summary>Pieces begun and not ended.</summary>
    public int Count
    {
        get { lock (gate) return pieces.Count; }
    }

    /// <summary>One piece at a time, in the order in which they were begun.</summary>
    public static RunningWork OneAtATime() => new(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);

    /// <summary>A piece of work begins; disposing ends it. A follow-up must begin before its cause ends.</summary>
    /// <param name="what">Named in the message when a virtual clock waits for it in vain.</param>
    public IDisposable Begin(string? what = null)
    {
        var piece = new Piece(this, what);
        lock (gate) pieces.Add(piece);
        return piece;
    }

    /// <summary>Begins a piece of work now and runs it on <see cref="Scheduler"/>.</summary>
    public Task Run(Func<Task> piece, string? what = null)
    {
        var running = Begin(what);
        return Task.Factory.StartNew(Whole, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Scheduler).Unwrap();

        async Task Whole()
        {
            using (running) await piece();
        }
    }

    /// <summary>Completes when nothing runs.</summary>
    public Task WhenZeroAsync()
    {
        lock (gate)
        {
            if (pieces.Count == 0) return Task.CompletedTask;
            zero ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return zero.Task;
        }
    }

    /// <summary>The pieces that run now, for a message.</summary>
    public override string ToString()
    {
        lock (gate) return string.Join(", ", pieces.Select(piece => piece.What ?? "unnamed"));
    }

    private void End(Piece piece)
    {
        TaskCompletionSource? reached = null;
        lock (gate)
        {
            if (!pieces.Remove(piece) || pieces.Count > 0) return;
            (reached, zero) = (zero, null);
        }

        reached?.SetResult();
    }

    private sealed class Piece(RunningWork owner, string? what) : IDisposable
    {
        public string? What => what;

        public void Dispose() => owner.End(this);
    }
}
