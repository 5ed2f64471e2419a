using System.Diagnostics;
using Microsoft.DurableTask;
using ParisPact.Local.Durable.History;

namespace ParisPact.Tests.Durable;

public sealed class When_a_year_passes
{
    /// <summary>Nightly runs with a fan-out, a monthly reminder loop, a yearly cycle that waits for events, and one that lives by continue-as-new.</summary>
    private static async Task<(List<string> Transcript, TimeSpan Took)> YearAsync()
    {
        await using var run = new DurableRun(new MemoryHistoryStore());
        void Note(TaskOrchestrationContext context, string what)
        {
            if (!context.IsReplaying) run.Notes.Add($"{context.CurrentUtcDateTime:yyyy-MM-dd HH:mm} {context.InstanceId}: {what}");
        }

        await run.Activity<int>("Compare", n => n * 2)
            .Orchestrator("Nightly", async context =>
            {
                var found = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => context.CallActivityAsync<int>("Compare", n)));
                await context.CreateTimer(TimeSpan.FromMinutes(5), CancellationToken.None);
                Note(context, $"{found.Sum()} compared");
            })
            .Orchestrator("Cycle", async context =>
            {
                for (var month = 1; month <= 12; month++)
                {
                    try
                    {
                        Note(context, await context.WaitForExternalEvent<string>("report", TimeSpan.FromDays(30)));
                    }
                    catch (TaskCanceledException)
                    {
                        Note(context, $"reminder {month} {context.NewGuid()}");
                    }
                }
            })
            .Orchestrator("Weekly", async context =>
            {
                await context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);
                var week = context.GetInput<int>();
                Note(context, $"week {week}");
                if (week < 52) context.ContinueAsNew(week + 1);
            })
            .StartAsync();

        var watch = Stopwatch.StartNew();
        await run.ScheduleAsync("Cycle", id: "cycle-2027");
        await run.ScheduleAsync("Weekly", 1, "weekly");
        using var nightly = run.Clock.CreateTimer(
            _ => _ = run.Work.Run(() => run.ScheduleAsync("Nightly", id: $"nightly-{run.Clock.GetUtcNow():yyyy-MM-dd}")), null, TimeSpan.FromHours(17), TimeSpan.FromDays(1));
        await run.Clock.RunUntilAsync(DurableRun.Start.AddDays(100));
        await run.Client.RaiseEventAsync("cycle-2027", "report", "reported");
        await run.Clock.RunUntilAsync(DurableRun.Start.AddDays(365));
        return (run.Notes, watch.Elapsed);
    }

    [Fact]
    public async Task Nobody_waits_and_the_same_is_written_twice()
    {
        var (first, took) = await YearAsync();
        var (second, again) = await YearAsync();

        Assert.Equal(first, second);
        Assert.Equal(365 + 52 + 12, first.Count);
        Assert.Contains("2027-01-05 02:05 nightly-2027-01-05: 90 compared", first);
        Assert.Contains("2027-04-14 09:00 cycle-2027: reported", first);
        TestContext.Current.TestOutputHelper?.WriteLine($"{took.TotalSeconds:F2} s, then {again.TotalSeconds:F2} s");
    }
}
