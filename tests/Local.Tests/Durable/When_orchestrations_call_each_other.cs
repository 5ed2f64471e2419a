using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Tests.Durable;

public abstract class When_orchestrations_call_each_other(AzuriteServer? azurite) : DurableTests(azurite)
{
    public sealed class In_memory() : When_orchestrations_call_each_other(null);

    public sealed class On_Azurite(AzuriteServer azurite) : When_orchestrations_call_each_other(azurite);

    [Fact]
    public async Task The_child_knows_its_parent_and_its_result_comes_back()
    {
        await Run.Orchestrator("Child", context => Task.FromResult($"{context.Parent!.Name} {context.Parent.InstanceId} {context.GetInput<int>()} {context.InstanceId}"))
            .Orchestrator("Main", context => context.CallSubOrchestratorAsync<string>("child", 7, new SubOrchestrationOptions(instanceId: "c-1") { Version = "2" }))
            .StartAsync();

        Assert.Equal("Main p-1 7 c-1", (await Run.RunAsync("Main", id: "p-1")).ReadOutputAs<string>());
        Assert.Null((await Run.Store.FindAsync("p-1", CancellationToken.None))!.Parent);
    }

    [Fact]
    public async Task A_child_without_an_id_gets_the_same_guid_on_every_replay_and_is_an_ordinary_instance()
    {
        await Run.Orchestrator("Child", context => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None))
            .Orchestrator("Main", async context =>
            {
                await context.CallSubOrchestratorAsync("Child");
                await context.CallSubOrchestratorAsync("Child");
            })
            .StartAsync();

        await Run.ScheduleAsync("Main", id: "p");
        await Run.PassAsync(TimeSpan.FromHours(1));
        await Run.RestartAsync();
        await Run.Clock.RunUntilIdleAsync();

        var ids = await Run.Client.GetAllInstancesAsync().Where(instance => instance.Name == "Child").Select(instance => instance.InstanceId).ToListAsync();
        Assert.Equal(2, ids.Count);
        Assert.All(ids, id => Assert.True(Guid.TryParseExact(id, "N", out _)));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await Run.GetAsync("p")).RuntimeStatus);
    }

    [Fact]
    public async Task An_id_that_a_running_instance_has_fails_the_call_and_one_of_a_finished_instance_is_taken_over()
    {
        await Run.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("e"))
            .Orchestrator("Quick", _ => Task.FromResult(1))
            .Orchestrator("Main", context => context.CallSubOrchestratorAsync<int>("Quick", options: new SubOrchestrationOptions(instanceId: "taken")))
            .StartAsync();
        await Run.ScheduleAsync("Wait", id: "taken");
        await Run.SettleAsync();

        Assert.Contains("An Orchestration instance with the ID taken already exists.", (await Run.RunAsync("Main")).SerializedOutput, StringComparison.Ordinal);

        await Run.Client.TerminateInstanceAsync("taken");
        await Run.SettleAsync();
        Assert.Equal("1", (await Run.RunAsync("Main")).SerializedOutput);
    }

    [Fact]
    public async Task A_parent_is_answered_although_its_child_was_purged_before_it_could_store_the_answer()
    {
        await Run.Orchestrator("Child", _ => Task.FromResult(42))
            .Orchestrator("Main", async context =>
            {
                var child = context.CallSubOrchestratorAsync<int>("Child", options: new SubOrchestrationOptions(instanceId: "c"));
                await context.WaitForExternalEvent<string>("go");
                return await child;
            })
            .StartAsync();
        await Run.ScheduleAsync("Main", id: "p");
        await Run.SettleAsync();
        Assert.Equal(1, (await Run.Client.PurgeInstanceAsync("c")).PurgedInstanceCount);
        await Run.RestartAsync();
        await Run.Client.RaiseEventAsync("p", "go");
        await Run.Clock.RunUntilIdleAsync();

        Assert.Equal("42", (await Run.GetAsync("p")).SerializedOutput);
        Assert.Null(await Run.Client.GetInstanceAsync("c"));
    }

    [Fact]
    public async Task Many_children_at_once_all_answer()
    {
        await Run.Orchestrator("Child", context => Task.FromResult(context.GetInput<int>()))
            .Orchestrator("Main", async context => (await Task.WhenAll(Enumerable.Range(1, 60).Select(n => context.CallSubOrchestratorAsync<int>("Child", n)))).Sum())
            .StartAsync();

        Assert.Equal("1830", (await Run.RunAsync("Main")).SerializedOutput);
    }
}
