using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ParisPact.Tests.Timers;

public sealed class When_a_timer_is_kept
{
    [Fact]
    public async Task It_runs_by_its_setting_and_knows_its_last_and_next_occurrence()
    {
        await using var run = await TimerRun.Start("2027-01-01T00:00", typeof(RecordingFunctions.Daily));
        await run.Until("2027-01-03T12:00");
        Assert.Equal(
            [
                "01-01 02:00:00 Daily last never next 01-01 02:00:00",
                "01-02 02:00:00 Daily last 01-01 02:00:00 next 01-02 02:00:00",
                "01-03 02:00:00 Daily last 01-02 02:00:00 next 01-03 02:00:00",
            ],
            run.Recording.Lines);
    }

    [Fact]
    public async Task Below_a_minute_nothing_is_remembered()
    {
        await using var run = await TimerRun.Start("2027-01-01T00:00", typeof(RecordingFunctions.Often));
        await run.Until("2027-01-01T00:00:45");
        Assert.Equal(["01-01 00:00:20 Often no status", "01-01 00:00:40 Often no status"], run.Recording.Lines);
    }

    [Fact]
    public async Task A_failed_run_is_repeated_after_the_same_delay()
    {
        await using var run = await TimerRun.Start("2027-01-01T00:00", typeof(RecordingFunctions.Stubborn));
        await run.Until("2027-01-02T02:00");
        Assert.Equal(
            [
                "01-01 03:00:00 Stubborn last never next 01-01 03:00:00 try 0/2",
                "01-01 03:00:05 Stubborn last never next 01-01 03:00:00 try 1/2",
                "01-01 03:00:10 Stubborn last never next 01-01 03:00:00 try 2/2",
            ],
            run.Recording.Lines);
        await run.Until("2027-01-02T03:00");
        Assert.Equal(4, run.Recording.Lines.Count);
    }

    [Fact]
    public async Task Or_after_a_growing_one_until_it_succeeds()
    {
        await using var run = await TimerRun.Start("2027-01-01T00:00", typeof(RecordingFunctions.Patient));
        await run.Until("2027-01-02T02:00");
        Assert.Equal(["03:00:00", "03:00:10", "03:00:30", "03:01:10", "03:02:10"], run.Recording.Lines.Select(line => line.Split(' ')[1]));
    }

    [Fact]
    public async Task It_may_run_at_every_start()
    {
        await using var run = await TimerRun.Start("2027-01-01T00:00", typeof(RecordingFunctions.AtStart));
        await run.Until("2027-01-01T00:00:01");
        Assert.Equal(["01-01 00:00:00 AtStart last never next 01-01 03:00:00"], run.Recording.Lines);
    }

    [Fact]
    public async Task It_is_fired_by_hand_without_losing_its_schedule()
    {
        await using var run = await TimerRun.Start("2027-01-01T00:00", typeof(RecordingFunctions.Daily));
        await run.Host.Fire("Daily");
        await run.Until("2027-01-01T12:00");
        Assert.Equal(["01-01 00:00:00 Daily last never next 01-01 02:00:00", "01-01 02:00:00 Daily last never next 01-01 02:00:00"], run.Recording.Lines);
    }

    [Fact]
    public async Task A_run_that_takes_longer_than_its_interval_is_not_overtaken()
    {
        await using var run = await TimerRun.Start("2027-01-01T00:00", typeof(RecordingFunctions.Slow));
        var work = run.Host.Services.GetRequiredService<RecordingFunctions.SlowWork>();
        var advancing = run.Until("2027-01-01T00:03:30");
        for (var ended = 0; ended < 3; ended++)
        {
            await Poll.Until(() => work.Running == 1);
            Assert.Equal(ended + 1, run.Recording.Lines.Count);
            work.End();
            await Poll.Until(() => work.Running == 0 || run.Recording.Lines.Count > ended + 1);
        }

        await advancing;
        Assert.Equal(3, run.Recording.Lines.Count);
    }

    [Fact]
    public async Task A_year_passes_without_waiting()
    {
        await using var run = await TimerRun.Start("2027-01-01T00:00", typeof(RecordingFunctions.Daily));
        await run.Until("2027-01-02T00:00");
        var started = Stopwatch.GetTimestamp();
        await run.Until("2028-01-01T00:00");
        Assert.Equal(365, run.Recording.Lines.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalSeconds:F2} s");
    }
}
