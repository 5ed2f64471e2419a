using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Tests.Durable;

public abstract class When_an_orchestrator_waits_for_time(AzuriteServer? azurite) : DurableTests(azurite)
{
    public sealed class In_memory() : When_an_orchestrator_waits_for_time(null);

    public sealed class On_Azurite(AzuriteServer azurite) : When_an_orchestrator_waits_for_time(azurite);

    [Fact]
    public async Task A_timer_fires_at_its_time_and_time_is_that_of_the_decision()
    {
        await Run.Orchestrator("Main", async context =>
            {
                var before = context.CurrentUtcDateTime;
                await context.CreateTimer(before.AddDays(400), CancellationToken.None);
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return $"{before:yyyy-MM-dd HH:mm} {context.CurrentUtcDateTime:yyyy-MM-dd HH:mm} {context.CurrentUtcDateTime.Kind}";
            })
            .StartAsync();

        Assert.Equal("2027-01-04 09:00 2028-02-08 10:00 Utc", (await Run.RunAsync("Main")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_time_that_has_passed_fires_at_once()
    {
        await Run.Orchestrator("Main", async context =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
                return context.CurrentUtcDateTime;
            })
            .StartAsync();

        Assert.Equal(DurableRun.Start.UtcDateTime, (await Run.RunAsync("Main")).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task A_cancelled_timer_throws_and_no_longer_holds_up_the_end()
    {
        await Run.Activity<string>("Quick", _ => "done")
            .Orchestrator("Main", async context =>
            {
                using var life = new CancellationTokenSource();
                var timer = context.CreateTimer(TimeSpan.FromDays(30), life.Token);
                await context.CallActivityAsync("Quick", "");
                life.Cancel();
                await Assert.ThrowsAsync<TaskCanceledException>(() => timer);
                return "over";
            })
            .StartAsync();

        var done = await Run.RunAsync("Main");

        Assert.Equal("over", done.ReadOutputAs<string>());
        Assert.Equal(DurableRun.Start, done.LastUpdatedAt);
        Assert.Equal(DurableRun.Start, Run.Clock.GetUtcNow());
    }

    [Fact]
    public async Task An_end_waits_for_a_timer_that_was_not_cancelled()
    {
        await Run.Activity<string>("Quick", _ => "done")
            .Orchestrator("Main", async context =>
            {
                var timer = context.CreateTimer(TimeSpan.FromSeconds(25), CancellationToken.None);
                await Task.WhenAny(timer, context.CallActivityAsync("Quick", ""));
                return "first";
            })
            .Orchestrator("Throws", context =>
            {
                _ = context.CreateTimer(TimeSpan.FromSeconds(25), CancellationToken.None);
                throw new InvalidOperationException("early");
            })
            .StartAsync();

        var ids = new[] { await Run.ScheduleAsync("Main"), await Run.ScheduleAsync("Throws") };
        await Run.PassAsync(TimeSpan.FromSeconds(24));
        Assert.All(await Task.WhenAll(ids.Select(Run.GetAsync)), instance => Assert.Equal(OrchestrationRuntimeStatus.Running, instance.RuntimeStatus));

        await Run.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("first", (await Run.GetAsync(ids[0])).ReadOutputAs<string>());
        Assert.Equal("System.InvalidOperationException: early", (await Run.GetAsync(ids[1])).SerializedOutput);
    }

    [Fact]
    public async Task An_end_waits_for_activities_and_sub_orchestrations_but_not_for_events()
    {
        await Run.Orchestrator("Child", context => context.CreateTimer(TimeSpan.FromHours(2), CancellationToken.None))
            .Orchestrator("Main", context =>
            {
                _ = context.WaitForExternalEvent<string>("never");
                _ = context.CallSubOrchestratorAsync("Child");
                return Task.FromResult(1);
            })
            .Orchestrator("Events", context =>
            {
                _ = context.WaitForExternalEvent<string>("never");
                return Task.FromResult(2);
            })
            .StartAsync();

        var id = await Run.ScheduleAsync("Main");
        await Run.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await Run.GetAsync(id)).RuntimeStatus);
        await Run.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await Run.GetAsync(id)).RuntimeStatus);
        Assert.Equal("2", (await Run.RunAsync("Events")).SerializedOutput);
    }

    [Fact]
    public async Task Timers_survive_a_restart_and_one_that_came_due_meanwhile_fires_then()
    {
        await Run.Orchestrator("Main", async context =>
            {
                await context.CreateTimer(TimeSpan.FromDays(10), CancellationToken.None);
                return context.CurrentUtcDateTime;
            })
            .StartAsync();
        var id = await Run.ScheduleAsync("Main");
        await Run.PassAsync(TimeSpan.FromDays(1));

        await Run.Engine.DisposeAsync();
        await Run.PassAsync(TimeSpan.FromDays(20));
        await Run.StartAsync();
        await Run.SettleAsync();

        Assert.Equal(DurableRun.Start.AddDays(21).UtcDateTime, (await Run.GetAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task The_winner_of_a_race_is_seen_before_time_goes_on()
    {
        await Run.Orchestrator("Main", async context =>
            {
                List<string> winners = [];
                for (var round = 0; round < 3; round++)
                {
                    using var life = new CancellationTokenSource();
                    var deadline = context.CreateTimer(TimeSpan.FromDays(1), life.Token);
                    var reminder = context.CreateTimer(TimeSpan.FromHours(1), life.Token);
                    var winner = await Task.WhenAny(deadline, reminder);
                    winners.Add($"{(winner == reminder ? "reminder" : "deadline")} {context.CurrentUtcDateTime:HH:mm}");
                    life.Cancel();
                }

                return winners;
            })
            .StartAsync();

        Assert.Equal(["reminder 10:00", "reminder 11:00", "reminder 12:00"], (await Run.RunAsync("Main")).ReadOutputAs<string[]>()!);
    }
}
