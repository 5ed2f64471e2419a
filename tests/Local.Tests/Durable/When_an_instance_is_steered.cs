using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Tests.Durable;

public abstract class When_an_instance_is_steered(AzuriteServer? azurite) : DurableTests(azurite)
{
    public sealed class In_memory() : When_an_instance_is_steered(null);

    public sealed class On_Azurite(AzuriteServer azurite) : When_an_instance_is_steered(azurite);

    private sealed record Progress(int Done, string Of);

    private Task<DurableRun> WaitingAsync() => Run
        .Orchestrator("Wait", async context =>
        {
            context.SetCustomStatus(new Progress(1, "x"));
            var answer = await context.WaitForExternalEvent<string>("e");
            context.SetCustomStatus(new Progress(2, "x"));
            return answer;
        })
        .Orchestrator("Plain", context => context.WaitForExternalEvent<string>("e"))
        .Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Plain", options: new SubOrchestrationOptions(instanceId: "child")))
        .StartAsync();

    [Fact]
    public async Task Its_custom_status_is_the_last_one_set_and_is_shown_only_with_inputs_and_outputs()
    {
        await WaitingAsync();
        await Run.ScheduleAsync("Wait", id: "w");
        await Run.ScheduleAsync("Plain", id: "p");
        await Run.SettleAsync();

        Assert.Equal("""{"Done":1,"Of":"x"}""", (await Run.GetAsync("w")).SerializedCustomStatus);
        Assert.Equal("null", (await Run.GetAsync("p")).SerializedCustomStatus);
        var bare = (await Run.Client.GetInstanceAsync("w"))!;
        Assert.Null(bare.SerializedCustomStatus);
        Assert.Null(bare.SerializedInput);
        Assert.Throws<InvalidOperationException>(() => bare.ReadCustomStatusAs<Progress>());

        await Run.Client.RaiseEventAsync("w", "e", "done");
        await Run.SettleAsync();
        Assert.Equal(new Progress(2, "x"), (await Run.GetAsync("w")).ReadCustomStatusAs<Progress>());
        Assert.Null(await Run.Client.GetInstanceAsync("nobody"));
    }

    [Fact]
    public async Task Terminated_it_ends_at_once_with_the_given_output_whatever_is_open()
    {
        await Run.Orchestrator("Main", context => context.CreateTimer(TimeSpan.FromDays(1000), CancellationToken.None)).StartAsync();
        var id = await Run.ScheduleAsync("Main");
        await Run.SettleAsync();
        Assert.True((await Run.GetAsync(id)).IsRunning);

        await Run.Client.TerminateInstanceAsync(id, "enough");
        await Run.Clock.RunUntilIdleAsync();

        var terminated = await Run.GetAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, terminated.RuntimeStatus);
        Assert.Equal("enough", terminated.ReadOutputAs<string>());
        Assert.Equal(DurableRun.Start, Run.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData(true, OrchestrationRuntimeStatus.Terminated)]
    [InlineData(false, OrchestrationRuntimeStatus.Running)]
    public async Task Terminated_recursively_it_takes_its_children_with_it(bool recursive, OrchestrationRuntimeStatus child)
    {
        await WaitingAsync();
        await Run.ScheduleAsync("Parent", id: "p");
        await Run.SettleAsync();

        await Run.Client.TerminateInstanceAsync("p", new TerminateInstanceOptions("enough", recursive));
        await Run.SettleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await Run.GetAsync("p")).RuntimeStatus);
        Assert.Equal(child, (await Run.GetAsync("child")).RuntimeStatus);
    }

    [Fact]
    public async Task A_terminated_child_fails_the_parents_call()
    {
        await WaitingAsync();
        await Run.ScheduleAsync("Parent", id: "p");
        await Run.SettleAsync();

        await Run.Client.TerminateInstanceAsync("child", "enough");
        await Run.SettleAsync();

        Assert.StartsWith("Microsoft.DurableTask.TaskFailedException: Task 'Plain' (#0) failed", (await Run.GetAsync("p")).SerializedOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspended_it_holds_events_and_shows_the_reason_until_it_is_resumed()
    {
        await WaitingAsync();
        await Run.ScheduleAsync("Wait", id: "w");
        await Run.Client.SuspendInstanceAsync("w", "holiday");
        await Run.SettleAsync();
        await Run.Client.RaiseEventAsync("w", "e", "during");
        await Run.PassAsync(TimeSpan.FromDays(1));
        await Run.RestartAsync();
        await Run.SettleAsync();

        var suspended = await Run.GetAsync("w");
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, suspended.RuntimeStatus);
        Assert.Equal("holiday", suspended.SerializedOutput);
        Assert.False(suspended.IsRunning);

        await Run.Client.ResumeInstanceAsync("w");
        await Run.SettleAsync();
        Assert.Equal("during", (await Run.GetAsync("w")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Suspended_it_runs_no_activity_again_that_answered_meanwhile()
    {
        var attempts = 0;
        var gate = new TaskCompletionSource();
        Run.Functions.Activities["Slow"] = async (_, _) =>
        {
            attempts++;
            await gate.Task;
            return attempts;
        };
        await Run.Orchestrator("Main", context => context.CallActivityAsync<int>("Slow")).StartAsync();
        var id = await Run.ScheduleAsync("Main");
        await Run.Client.WaitForInstanceStartAsync(id);
        await Run.Client.SuspendInstanceAsync(id);
        await Run.Engine.WaitAsync(id, record => record.Status == OrchestrationRuntimeStatus.Suspended, CancellationToken.None);
        gate.SetResult();
        await Run.SettleAsync();
        await Run.RestartAsync();
        await Run.Client.ResumeInstanceAsync(id);
        await Run.SettleAsync();

        Assert.Equal("1", (await Run.GetAsync(id)).SerializedOutput);
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task Those_who_wait_for_its_start_and_end_are_told_and_can_give_up()
    {
        await WaitingAsync();
        var start = Run.Client.WaitForInstanceStartAsync("w");
        var end = Run.Client.WaitForInstanceCompletionAsync("w", getInputsAndOutputs: true);
        using var patience = new CancellationTokenSource();
        var given = Run.Client.WaitForInstanceCompletionAsync("w", cancellation: patience.Token);
        await Run.ScheduleAsync("Wait", id: "w");
        await Run.SettleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await start).RuntimeStatus);
        Assert.False(end.IsCompleted);
        patience.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        await Run.Client.RaiseEventAsync("w", "e", "x");
        Assert.Equal("x", (await end).ReadOutputAs<string>());
    }
}
