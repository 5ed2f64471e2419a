namespace ParisPact.Local.Time;

/// <summary>
/// A clock for tests: it stands still while work runs, and jumps to the next timer when nothing does.
/// Timers made by <see cref="TimeProvider.CreateTimer"/> fire one at a time, by due time and then by the order in which they were set.
/// </summary>
internal sealed class VirtualClock(DateTimeOffset start, RunningWork work) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly SortedSet<(DateTimeOffset Due, long Order, VirtualTimer Timer)> pending = new(new ByDueTime());
    private DateTimeOffset now = start.ToUniversalTime();
    private long order;

    /// <summary>Real time to wait for running work before giving up on it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Fires every timer up to this moment, waiting for the work of each, and then stands at this moment.</summary>
    /// <exception cref="TimeoutException">Work went on for longer than <see cref="Patience"/>; perhaps it waits for this clock.</exception>
    public async Task RunUntilAsync(DateTimeOffset moment)
    {
        await RunTimersAsync(moment);
        lock (gate) now = moment > now ? moment.ToUniversalTime() : now;
    }

    /// <summary>Fires timers until none is set. Does not return while something sets a new one for ever.</summary>
    /// <exception cref="TimeoutException">As in <see cref="RunUntilAsync"/>.</exception>
    public Task RunUntilIdleAsync() => RunTimersAsync(DateTimeOffset.MaxValue);

    private async Task RunTimersAsync(DateTimeOffset limit)
    {
        await NothingRunsAsync();
        while (Next(limit) is { } timer)
        {
            timer.Fire();
            await NothingRunsAsync();
        }
    }

    private async Task NothingRunsAsync()
    {
        var zero = work.WhenZeroAsync();
        if (zero.IsCompleted) return;
        try
        {
            await zero.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The clock stands at {GetUtcNow():o} because work still runs: {work}.");
        }
    }

    private VirtualTimer? Next(DateTimeOffset limit)
    {
        lock (gate)
        {
            if (pending.Count == 0 || pending.Min.Due > limit) return null;
            var next = pending.Min;
            pending.Remove(next);
            now = next.Due > now ? next.Due : now;
            next.Timer.Rearm(now);
            return next.Timer;
        }
    }

    private sealed class ByDueTime : IComparer<(DateTimeOffset Due, long Order, VirtualTimer Timer)>
    {
        public int Compare((DateTimeOffset Due, long Order, VirtualTimer Timer) x, (DateTimeOffset Due, long Order, VirtualTimer Timer) y) =>
            x.Due != y.Due ? x.Due.CompareTo(y.Due) : x.Order.CompareTo(y.Order);
    }

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private (DateTimeOffset Due, long Order, VirtualTimer Timer)? entry;
        private TimeSpan interval;
        private bool disposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                if (disposed) return false;
                interval = period;
                Unset();
                if (dueTime != Timeout.InfiniteTimeSpan) Set(clock.now + dueTime);
                return true;
            }
        }

        public void Fire() => callback(state);

        /// <summary>Called under the clock's lock, after the entry was taken out.</summary>
        public void Rearm(DateTimeOffset fired)
        {
            entry = null;
            if (interval > TimeSpan.Zero) Set(fired + interval);
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                disposed = true;
                Unset();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Set(DateTimeOffset due)
        {
            entry = (due, clock.order++, this);
            clock.pending.Add(entry.Value);
        }

        private void Unset()
        {
            if (entry is { } set) clock.pending.Remove(set);
            entry = null;
        }
    }
}
