using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Tests.Durable;

public abstract class When_an_orchestrator_is_replayed(AzuriteServer? azurite) : DurableTests(azurite)
{
    public sealed class In_memory() : When_an_orchestrator_is_replayed(null);

    public sealed class On_Azurite(AzuriteServer azurite) : When_an_orchestrator_is_replayed(azurite);

    [Fact]
    public async Task The_body_runs_from_the_top_at_every_wake_up_and_replay_safe_loggers_speak_once()
    {
        var runs = 0;
        await Run.Activity<string>("Act", text => text)
            .Orchestrator("Main", async context =>
            {
                runs++;
                var log = context.CreateReplaySafeLogger("test");
                Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(log, "before {Replaying}", context.IsReplaying);
                await context.CallActivityAsync("Act", "a");
                Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(log, "between {Replaying}", context.IsReplaying);
                await context.CallActivityAsync("Act", "b");
                Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(log, "after {Replaying}", context.IsReplaying);
            })
            .StartAsync();

        await Run.RunAsync("Main");

        Assert.Equal(3, runs);
        Assert.Equal(["before False", "between False", "after False"], Run.Log.Lines.Where(line => line.StartsWith("Information: ", StringComparison.Ordinal)).Select(line => line[13..]));
    }

    [Fact]
    public async Task Guids_and_times_are_the_same_on_every_replay_and_after_a_restart()
    {
        HashSet<string> seen = [];
        await Run.Orchestrator("Main", async context =>
            {
                seen.Add($"{context.CurrentUtcDateTime:o} {context.NewGuid()} {context.NewGuid()}");
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                return context.NewGuid();
            })
            .StartAsync();

        var id = await Run.ScheduleAsync("Main", id: "guids");
        await Run.PassAsync(TimeSpan.FromHours(1));
        await Run.RestartAsync();
        await Run.Clock.RunUntilIdleAsync();

        // Computed apart: UUID version 5 of "guids_2027-01-04T09:00:00.0000000Z_0" and so on in the namespace of the published SDK.
        var only = Assert.Single(seen);
        Assert.Equal($"2027-01-04T09:00:00.0000000Z {Version5("guids_2027-01-04T09:00:00.0000000Z_0")} {Version5("guids_2027-01-04T09:00:00.0000000Z_1")}", only);
        Assert.Equal(Version5("guids_2027-01-05T09:00:00.0000000Z_2"), (await Run.GetAsync(id)).ReadOutputAs<Guid>());
    }

    [Fact]
    public async Task Another_order_of_calls_than_was_recorded_fails_the_instance()
    {
        var changed = false;
        await Run.Activity<string>("Echo", text => text).Activity<string>("Other", text => text)
            .Orchestrator("Main", async context =>
            {
                await context.CallActivityAsync(changed ? "Other" : "Echo", "a");
                await context.WaitForExternalEvent<string>("go");
            })
            .Orchestrator("Timer", async context =>
            {
                if (changed) await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                else await context.CallActivityAsync("Echo", "a");
                await context.WaitForExternalEvent<string>("go");
            })
            .Orchestrator("Nothing", async context =>
            {
                if (!changed) await context.CallActivityAsync("Echo", "a");
                await context.WaitForExternalEvent<string>("go");
            })
            .StartAsync();
        string[] names = ["Main", "Timer", "Nothing"];
        foreach (var name in names) await Run.ScheduleAsync(name, id: name);
        await Run.SettleAsync();

        changed = true;
        foreach (var name in names) await Run.Client.RaiseEventAsync(name, "go");
        await Run.SettleAsync();

        const string Begin = "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException: Non-Deterministic workflow detected: A previous execution of this orchestration scheduled an activity task with sequence ";
        Assert.StartsWith(Begin + "number 0 named 'Echo', but the current orchestration replay instead scheduled an activity task named 'Other' with this sequence number.", await OutputAsync("Main"), StringComparison.Ordinal);
        Assert.StartsWith(Begin + "number 0 named 'Echo', but the current orchestration replay instead produced a CreateTimerOrchestratorAction action with this sequence number.", await OutputAsync("Timer"), StringComparison.Ordinal);
        Assert.StartsWith(Begin + "ID 0 named 'Echo', but the current replay execution hasn't (yet?) scheduled this task.", await OutputAsync("Nothing"), StringComparison.Ordinal);

        async Task<string> OutputAsync(string id) => (await Run.GetAsync(id)).SerializedOutput!;
    }

    [Fact]
    public async Task Awaiting_something_else_first_fails_the_instance()
    {
        var other = Other();
        await Run.Orchestrator("Main", async _ => await other.Task).StartAsync();

        var failed = await Run.RunAsync("Main");

        Assert.StartsWith("System.InvalidOperationException: An invalid asynchronous invocation was detected.", failed.SerializedOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Awaiting_something_else_later_hangs_the_instance_and_one_error_names_it()
    {
        var other = Other();
        await Run.Activity<string>("Act", text => text)
            .Orchestrator("Main", async context =>
            {
                await context.CallActivityAsync("Act", "a");
                await other.Task;
                Run.Notes.Add("never");
            })
            .StartAsync();

        var hanging = await Run.RunAsync("Main", id: "hanging");
        other.SetResult();
        await Task.Delay(100);

        Assert.Equal(OrchestrationRuntimeStatus.Running, hanging.RuntimeStatus);
        Assert.Contains("'hanging'", Assert.Single(Run.Log.Errors), StringComparison.Ordinal);
        Assert.Empty(Run.Notes);
    }

    [Fact]
    public async Task Awaiting_something_else_beside_a_durable_task_is_told_too()
    {
        var other = Other();
        await Run.Orchestrator("Main", async context =>
            {
                var timer = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                await Task.WhenAny(timer, other.Task);
                Run.Notes.Add("on another thread");
            })
            .StartAsync();
        await Run.ScheduleAsync("Main", id: "mixed");
        await Run.SettleAsync();
        other.SetResult();
        await Poll.Until(() => Run.Log.Errors.Any());

        Assert.Contains("'mixed'", Assert.Single(Run.Log.Errors), StringComparison.Ordinal);
        Assert.Empty(Run.Notes);
    }

    /// <summary>A task that is not the runtime's and that goes on, on a thread of its own, when the test says so and not before.</summary>
    private static TaskCompletionSource Other() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Guid Version5(string name)
    {
#pragma warning disable CA5350 // As the version is defined.
        var hash = System.Security.Cryptography.SHA1.HashData([.. Convert.FromHexString("9e9529585e334daf827f2fa12937b875"), .. System.Text.Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        var hex = Convert.ToHexStringLower(hash)[..32].ToCharArray();
        hex[12] = '5';
        hex[16] = "89ab"[Convert.ToInt32($"{hex[16]}", 16) & 3];
        return Guid.ParseExact(new string(hex), "N");
    }
}
