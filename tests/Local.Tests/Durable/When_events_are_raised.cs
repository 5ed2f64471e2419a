using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Tests.Durable;

public abstract class When_events_are_raised(AzuriteServer? azurite) : DurableTests(azurite)
{
    public sealed class In_memory() : When_events_are_raised(null);

    public sealed class On_Azurite(AzuriteServer azurite) : When_events_are_raised(azurite);

    [Fact]
    public async Task One_that_comes_before_it_is_awaited_is_kept_and_names_have_no_case()
    {
        await Run.Orchestrator("Main", async context =>
            {
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return await context.WaitForExternalEvent<string>("Approve") + await context.WaitForExternalEvent<string>("approve");
            })
            .StartAsync();
        var id = await Run.ScheduleAsync("Main");

        await Run.Client.RaiseEventAsync(id, "APPROVE", "a");
        await Run.Client.RaiseEventAsync(id, "other", "x");
        await Run.Client.RaiseEventAsync(id, "approve", "b");
        await Run.RestartAsync();
        await Run.Clock.RunUntilIdleAsync();

        Assert.Equal("ab", (await Run.GetAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_newest_waiter_gets_the_first_event()
    {
        await Run.Orchestrator("Main", async context =>
            {
                var older = context.WaitForExternalEvent<int>("n");
                var newer = context.WaitForExternalEvent<int>("n");
                return $"{await older} {await newer}";
            })
            .StartAsync();
        var id = await Run.ScheduleAsync("Main");
        await Run.SettleAsync();

        await Run.Client.RaiseEventAsync(id, "n", 1);
        await Run.Client.RaiseEventAsync(id, "n", 2);
        await Run.SettleAsync();

        Assert.Equal("2 1", (await Run.GetAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_same_name_cannot_be_awaited_as_another_type()
    {
        await Run.Orchestrator("Main", context =>
            {
                _ = context.WaitForExternalEvent<int>("n");
                return context.WaitForExternalEvent<string>("N");
            })
            .StartAsync();

        Assert.Equal(
            "System.ArgumentException: Events with the same name must have the same type argument. Expected System.Int32 but was requested System.String.",
            (await Run.RunAsync("Main")).SerializedOutput);
    }

    [Fact]
    public async Task One_that_does_not_fit_fails_the_orchestration()
    {
        await Run.Orchestrator("Main", async context =>
            {
                try
                {
                    await context.WaitForExternalEvent<int>("n");
                }
                catch (Exception)
                {
                    // It is no use: the failure does not pass through here.
                }
            })
            .StartAsync();
        var id = await Run.ScheduleAsync("Main");
        await Run.SettleAsync();

        await Run.Client.RaiseEventAsync(id, "n", "not a number");
        await Run.SettleAsync();

        var failed = await Run.GetAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.StartsWith("System.Text.Json.JsonException: ", failed.SerializedOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_with_a_timeout_ends_as_cancelled_and_an_event_in_time_cancels_its_timer()
    {
        await Run.Orchestrator("Main", async context =>
            {
                var late = await Assert.ThrowsAsync<TaskCanceledException>(() => context.WaitForExternalEvent<string>("late", TimeSpan.FromDays(2)));
                var early = await context.WaitForExternalEvent<string>("early", TimeSpan.FromDays(300));
                return $"{late.Message} {early} {context.CurrentUtcDateTime:MM-dd}";
            })
            .StartAsync();
        var id = await Run.ScheduleAsync("Main");
        await Run.PassAsync(TimeSpan.FromDays(5));
        await Run.Client.RaiseEventAsync(id, "early", "yes");
        await Run.Clock.RunUntilIdleAsync();

        Assert.Equal("A task was canceled. yes 01-09", (await Run.GetAsync(id)).ReadOutputAs<string>());
        Assert.Equal(DurableRun.Start.AddDays(5), Run.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_loop_that_waits_with_reminders_gets_the_event_in_its_newest_wait()
    {
        await Run.Orchestrator("Main", async context =>
            {
                for (var reminders = 0; ; reminders++)
                {
                    try
                    {
                        return $"{await context.WaitForExternalEvent<string>("report", TimeSpan.FromDays(7))} after {reminders}";
                    }
                    catch (TaskCanceledException)
                    {
                        Run.Notes.Add($"{context.CurrentUtcDateTime:MM-dd}");
                    }
                }
            })
            .StartAsync();
        var id = await Run.ScheduleAsync("Main");
        await Run.PassAsync(TimeSpan.FromDays(30));
        await Run.Client.RaiseEventAsync(id, "report", "here");
        await Run.Clock.RunUntilIdleAsync();

        Assert.Equal("here after 4", (await Run.GetAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task One_that_meets_only_a_cancelled_wait_is_lost_as_in_the_published_SDK_and_the_log_says_so()
    {
        await Run.Orchestrator("Main", async context =>
            {
                await Assert.ThrowsAsync<TaskCanceledException>(() => context.WaitForExternalEvent<string>("e", TimeSpan.FromDays(1)));
                await context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None);
                return await context.WaitForExternalEvent<string>("e");
            })
            .StartAsync();
        var id = await Run.ScheduleAsync("Main");
        await Run.PassAsync(TimeSpan.FromDays(2));
        await Run.Client.RaiseEventAsync(id, "e", "first");
        await Run.PassAsync(TimeSpan.FromDays(2));
        await Run.Client.RaiseEventAsync(id, "e", "second");
        await Run.SettleAsync();

        Assert.Equal("second", (await Run.GetAsync(id)).ReadOutputAs<string>());
        Assert.Contains(Run.Log.Lines, line => line.Contains("Event 'e'", StringComparison.Ordinal) && line.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Orchestrations_send_each_other_events_once()
    {
        await Run.Orchestrator("Receiver", async context =>
            {
                List<string> got = [];
                for (var n = 0; n < 3; n++) got.Add(await context.WaitForExternalEvent<string>("ping"));
                return got;
            })
            .Orchestrator("Sender", context =>
            {
                for (var n = 0; n < 3; n++) context.SendEvent("receiver", "Ping", $"{n}");
                context.SendEvent("nobody", "Ping", "lost");
                return Task.CompletedTask;
            })
            .StartAsync();
        await Run.ScheduleAsync("Receiver", id: "receiver");
        var sender = await Run.RunAsync("Sender");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, sender.RuntimeStatus);
        Assert.Equal(["0", "1", "2"], (await Run.GetAsync("receiver")).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task A_hundred_and_fifty_waiting_together_are_all_told()
    {
        await Run.Orchestrator("Main", async context =>
            {
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                var sum = 0;
                for (var n = 0; n < 150; n++) sum += await context.WaitForExternalEvent<int>("n");
                return sum;
            })
            .StartAsync();
        var id = await Run.ScheduleAsync("Main");
        for (var n = 0; n < 150; n++) await Run.Client.RaiseEventAsync(id, "n", n);

        await Run.Clock.RunUntilIdleAsync();

        Assert.Equal(11_175, (await Run.GetAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Raising_to_nobody_or_to_a_finished_instance_is_an_error()
    {
        await Run.Orchestrator("Main", _ => Task.CompletedTask).StartAsync();
        await Run.RunAsync("Main", id: "over");

        foreach (var (id, status) in new[] { ("nobody", "NotFound"), ("over", "FailedPrecondition") })
        {
            foreach (var call in new Func<Task>[]
            {
                () => Run.Client.RaiseEventAsync(id, "e"), () => Run.Client.TerminateInstanceAsync(id), () => Run.Client.SuspendInstanceAsync(id), () => Run.Client.ResumeInstanceAsync(id),
            })
            {
                var error = await Assert.ThrowsAnyAsync<Exception>(call);
                Assert.Equal("Grpc.Core.RpcException", error.GetType().FullName);
                Assert.Contains($"StatusCode=\"{status}\"", error.Message, StringComparison.Ordinal);
            }
        }
    }
}
