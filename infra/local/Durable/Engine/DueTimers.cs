namespace ParisPact.Local.Durable.Engine;

/// <summary>All durable timers on one timer of the clock, which is set only while there is one to wait for.</summary>
internal sealed class DueTimers : IDisposable
{
    /// <summary>The clock's own timers reach no further than 49 days; longer ones are set again on the way.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(30);

    private readonly Lock gate = new();
    private readonly SortedSet<(DateTimeOffset FireAt, long Order, Key Key)> pending = new(Comparer<(DateTimeOffset FireAt, long Order, Key Key)>.Create(
        (a, b) => a.FireAt != b.FireAt ? a.FireAt.CompareTo(b.FireAt) : a.Order.CompareTo(b.Order)));
    private readonly Dictionary<Key, (DateTimeOffset FireAt, long Order, Key Key)> entries = [];
    private readonly TimeProvider time;
    private readonly Action<Key> due;
    private readonly ITimer timer;
    private long order;

    public DueTimers(TimeProvider time, Action<Key> due)
    {
        this.time = time;
        this.due = due;
        timer = time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Set(Key key, DateTimeOffset fireAt)
    {
        lock (gate)
        {
            Remove(key);
            var entry = (fireAt, order++, key);
            entries.Add(key, entry);
            pending.Add(entry);
            Arm();
        }
    }

    public void Cancel(Key key)
    {
        lock (gate)
        {
            if (Remove(key)) Arm();
        }
    }

    public void Dispose() => timer.Dispose();

    private bool Remove(Key key) => entries.Remove(key, out var entry) && pending.Remove(entry);

    private void Fire()
    {
        List<Key> fired = [];
        lock (gate)
        {
            var now = time.GetUtcNow();
            while (pending.Count > 0 && pending.Min.FireAt <= now)
            {
                var key = pending.Min.Key;
                Remove(key);
                fired.Add(key);
            }

            Arm();
        }

        fired.ForEach(due);
    }

    private void Arm()
    {
        if (pending.Count == 0)
        {
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // Whole milliseconds, upwards: a timer that comes a fraction early would only be set again.
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling((pending.Min.FireAt - time.GetUtcNow()).TotalMilliseconds));
        timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Farthest ? Farthest : wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Which timer of which execution; <see cref="Start"/> stands for the start of the instance itself.</summary>
    internal readonly record struct Key(string InstanceId, string ExecutionId, int Id)
    {
        public const int Start = -1;
    }
}
