using ParisPact.Local.Time;

namespace ParisPact.Tests.Time;

public sealed class When_a_virtual_clock_runs
{
    private static readonly DateTimeOffset Start = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly RunningWork work = RunningWork.OneAtATime();
    private readonly List<string> notes = [];
    private readonly VirtualClock clock;

    public When_a_virtual_clock_runs() => clock = new(Start, work) { Patience = TimeSpan.FromSeconds(60) };

    private ITimer Timer(string name, TimeSpan due, TimeSpan? period = null) =>
        clock.CreateTimer(_ => notes.Add($"{name} {clock.GetUtcNow() - Start:c}"), null, due, period ?? Timeout.InfiniteTimeSpan);

    [Fact]
    public async Task Timers_fire_by_due_time_and_then_in_the_order_in_which_they_were_set()
    {
        using var late = Timer("late", TimeSpan.FromHours(2));
        using var first = Timer("first", TimeSpan.FromHours(1));
        using var second = Timer("second", TimeSpan.FromHours(1));
        using var never = Timer("never", TimeSpan.FromHours(1));
        never.Dispose();

        await clock.RunUntilIdleAsync();

        Assert.Equal(["first 01:00:00", "second 01:00:00", "late 02:00:00"], notes);
        Assert.Equal(Start.AddHours(2), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_period_repeats_up_to_the_moment_asked_for_and_the_clock_then_stands_there()
    {
        using var timer = Timer("tick", TimeSpan.FromHours(1), TimeSpan.FromHours(2));

        await clock.RunUntilAsync(Start.AddHours(4));

        Assert.Equal(["tick 01:00:00", "tick 03:00:00"], notes);
        Assert.Equal(Start.AddHours(4), clock.GetUtcNow());
    }

    [Fact]
    public async Task It_stands_still_while_work_runs()
    {
        using var begin = clock.CreateTimer(_ => work.Run(async () =>
        {
            await Task.Delay(50);
            notes.Add($"worked {clock.GetUtcNow() - Start:c}");
        }), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        using var next = Timer("next", TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));

        await clock.RunUntilIdleAsync();

        Assert.Equal(["worked 01:00:00", "next 01:00:01"], notes);
    }

    [Fact]
    public async Task Work_that_waits_for_it_is_named_when_patience_ends()
    {
        var impatient = new VirtualClock(Start, work) { Patience = TimeSpan.FromMilliseconds(50) };
        _ = work.Run(() => Task.Delay(TimeSpan.FromHours(1), impatient), "a delay");

        var error = await Assert.ThrowsAsync<TimeoutException>(impatient.RunUntilIdleAsync);

        Assert.Contains("a delay", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delays_of_the_framework_pass_with_it()
    {
        var delay = Task.Delay(TimeSpan.FromDays(40), clock);
        await clock.RunUntilAsync(Start.AddDays(40));
        await delay;
        Assert.Equal(TimeSpan.FromDays(40), clock.GetElapsedTime(Start.Ticks));
    }
}
