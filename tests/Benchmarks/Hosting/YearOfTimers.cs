using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using ParisPact.Local.Durable;
using ParisPact.Local.Durable.History;
using ParisPact.Local.Time;

namespace ParisPact.Benchmarks.Hosting;

/// <summary>
/// A year of the runtime's own time on a virtual clock: a nightly orchestration with ten activities and a timer, a weekly one that lives by
/// continue-as-new, and one that waits for events and sends reminders. The goal is less than a second, whatever the machine stores on.
/// </summary>
internal static class YearOfTimers
{
    private const int Days = 365;
    private const int Rounds = 3;
    private static readonly DateTimeOffset Start = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task Run(Report report)
    {
        List<TimeSpan> years = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var took = await Measure.TimeAsync(YearAsync);
            if (round > 0) years.Add(took);
        }

        var year = Measure.Median(years);
        report.Add(new Ratio("a year of timers", $"{year.TotalMilliseconds:0} ms", "one second", year.TotalSeconds, 1));
    }

    private static async Task YearAsync()
    {
        var work = RunningWork.OneAtATime();
        var clock = new VirtualClock(Start, work);
        var functions = Functions();
        await using var engine = new DurableEngine(functions, new MemoryHistoryStore(), clock, work, NullLoggerFactory.Instance);
        await engine.StartAsync(CancellationToken.None);
        await using var client = new LocalDurableTaskClient(engine, clock);
        await client.ScheduleNewOrchestrationInstanceAsync("Cycle", null, new StartOrchestrationOptions("cycle"));
        await client.ScheduleNewOrchestrationInstanceAsync("Weekly", 1, new StartOrchestrationOptions("weekly"));
        using var nightly = clock.CreateTimer(
            _ => _ = work.Run(() => client.ScheduleNewOrchestrationInstanceAsync("Nightly")), null, TimeSpan.FromHours(2), TimeSpan.FromDays(1));
        await clock.RunUntilAsync(Start.AddDays(Days));
        var nights = 0;
        await foreach (var instance in client.GetAllInstancesAsync())
        {
            if (instance is { Name: "Nightly", IsCompleted: true }) nights++;
        }

        if (nights != Days) throw new InvalidOperationException($"{nights} of {Days} nights were done.");
    }

    private static DurableFunctions Functions()
    {
        var functions = new DurableFunctions();
        functions.Activities["Compare"] = (call, _) => Task.FromResult<object?>(call.InputJson);
        functions.Orchestrators["Nightly"] = async context =>
        {
            await Task.WhenAll(Enumerable.Range(0, 10).Select(number => context.CallActivityAsync<int>("Compare", number)));
            await context.CreateTimer(TimeSpan.FromMinutes(5), CancellationToken.None);
            return null;
        };
        functions.Orchestrators["Weekly"] = async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);
            context.ContinueAsNew(context.GetInput<int>() + 1);
            return null;
        };
        functions.Orchestrators["Cycle"] = async context =>
        {
            for (var month = 1; month <= 12; month++)
            {
                try
                {
                    await context.WaitForExternalEvent<string>("report", TimeSpan.FromDays(30));
                }
                catch (TaskCanceledException)
                {
                    context.SetCustomStatus($"reminder {month}");
                }
            }

            return null;
        };
        return functions;
    }
}
