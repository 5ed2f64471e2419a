using ParisPact.Local.Time;

namespace ParisPact.Local.Durable.Engine;

/// <summary>Runs activities in the order in which they were scheduled, at most so many at a time.</summary>
internal sealed class ActivityQueue(int most, RunningWork work)
{
    private readonly Lock gate = new();
    private readonly Queue<(Func<Task> Activity, IDisposable Piece)> waiting = new();
    private int running;

    public void Add(Func<Task> activity, string what)
    {
        var piece = work.Begin(what);
        lock (gate) waiting.Enqueue((activity, piece));
        StartNext();
    }

    /// <summary>Drops what has not begun.</summary>
    public void Clear()
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var dropped)) dropped.Piece.Dispose();
        }
    }

    private void StartNext()
    {
        lock (gate)
        {
            if (running == most || !waiting.TryDequeue(out var next)) return;
            running++;
            _ = Task.Factory.StartNew(() => RunAsync(next.Activity, next.Piece), CancellationToken.None, TaskCreationOptions.DenyChildAttach, work.Scheduler);
        }
    }

    private async Task RunAsync(Func<Task> activity, IDisposable piece)
    {
        try
        {
            using (piece) await activity();
        }
        finally
        {
            lock (gate) running--;
            StartNext();
        }
    }
}
