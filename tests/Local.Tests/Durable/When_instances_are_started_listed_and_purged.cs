using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Tests.Durable;

public abstract class When_instances_are_started_listed_and_purged(AzuriteServer? azurite) : DurableTests(azurite)
{
    public sealed class In_memory() : When_instances_are_started_listed_and_purged(null);

    public sealed class On_Azurite(AzuriteServer azurite) : When_instances_are_started_listed_and_purged(azurite);

    private Task<DurableRun> ReadyAsync() => Run
        .Orchestrator("Quick", context => Task.FromResult(context.GetInput<int>()))
        .Orchestrator("Fails", _ => throw new InvalidOperationException())
        .Orchestrator("Wait", context => context.WaitForExternalEvent<string>("e"))
        .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<int>("Quick", 1))
        .StartAsync();

    private async Task<List<string>> IdsAsync(OrchestrationQuery? query = null) => await Run.Client.GetAllInstancesAsync(query).Select(instance => instance.InstanceId).ToListAsync();

    [Fact]
    public async Task Without_an_id_it_gets_a_guid()
    {
        await ReadyAsync();

        Assert.True(Guid.TryParseExact(await Run.Client.ScheduleNewOrchestrationInstanceAsync("Quick"), "N", out _));
    }

    [Fact]
    public async Task An_id_in_use_is_refused_and_one_of_a_finished_instance_replaced()
    {
        await ReadyAsync();
        await Run.ScheduleAsync("Wait", id: "w");
        await Run.SettleAsync();

        var error = await Assert.ThrowsAnyAsync<Exception>(() => Run.ScheduleAsync("Quick", 1, "w"));
        Assert.Equal("DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException", error.GetType().FullName);
        Assert.Equal("An Orchestration instance with the ID w already exists.", error.Message);

        await Run.Client.RaiseEventAsync("w", "e");
        await Run.SettleAsync();
        Assert.Equal("5", (await Run.RunAsync("Quick", 5, "w")).SerializedOutput);
    }

    [Fact]
    public async Task Dedupe_statuses_say_what_is_refused_and_what_else_is_replaced_even_while_it_runs()
    {
        await ReadyAsync();
        var options = new StartOrchestrationOptions("d").WithDedupeStatuses(OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Pending);
        await Run.RunAsync("Fails", id: "d");
        await Assert.ThrowsAnyAsync<Exception>(() => Run.Client.ScheduleNewOrchestrationInstanceAsync("Quick", 1, options));

        await Run.ScheduleAsync("Wait", id: "d");
        await Run.SettleAsync();
        await Run.Client.ScheduleNewOrchestrationInstanceAsync("Quick", 2, options);
        await Run.SettleAsync();
        Assert.Equal("2", (await Run.GetAsync("d")).SerializedOutput);

        var wrong = new StartOrchestrationOptions("d").WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Running);
        await Assert.ThrowsAsync<ArgumentException>(() => Run.Client.ScheduleNewOrchestrationInstanceAsync("Quick", 2, wrong));
    }

    [Fact]
    public async Task A_later_start_is_pending_until_then_through_a_restart_with_what_came_meanwhile()
    {
        await ReadyAsync();
        await Run.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("later", Run.Clock.GetUtcNow().AddDays(60)));
        await Run.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("never", Run.Clock.GetUtcNow().AddDays(60)));
        await Run.Client.RaiseEventAsync("later", "e", "early");
        await Run.Client.TerminateInstanceAsync("never");
        await Run.PassAsync(TimeSpan.FromDays(59));
        await Run.RestartAsync();
        await Run.SettleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await Run.GetAsync("later")).RuntimeStatus);
        Assert.False((await Run.GetAsync("later")).IsRunning);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await Run.GetAsync("never")).RuntimeStatus);
        await Run.Clock.RunUntilIdleAsync();
        Assert.Equal("early", (await Run.GetAsync("later")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Ids_may_hold_what_a_key_may_not()
    {
        await ReadyAsync();
        const string Id = "a/b\\c#d?e%f^g ж@\u0085";
        Assert.Equal("3", (await Run.RunAsync("Quick", 3, Id)).SerializedOutput);

        Assert.Equal([Id], await IdsAsync(new(InstanceIdPrefix: "a/b\\c#")));
    }

    [Fact]
    public async Task Lists_are_restricted_by_status_time_and_prefix_and_come_in_pages()
    {
        await ReadyAsync();
        for (var n = 0; n < 7; n++)
        {
            await Run.ScheduleAsync("Quick", n, $"q-{n}");
            await Run.PassAsync(TimeSpan.FromHours(1));
        }

        await Run.ScheduleAsync("Wait", id: "w");
        await Run.RunAsync("Fails", id: "f");

        Assert.Equal(9, (await IdsAsync()).Count);
        Assert.Equal(["f", "w"], await IdsAsync(new(Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Failed])));
        Assert.Equal(["q-2", "q-3"], await IdsAsync(new(CreatedFrom: DurableRun.Start.AddHours(2), CreatedTo: DurableRun.Start.AddHours(3))));
        var pages = await Run.Client.GetAllInstancesAsync(new(InstanceIdPrefix: "q-")).AsPages(pageSizeHint: 3).ToListAsync();
        Assert.Equal([3, 3, 1], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
        var second = await Run.Client.GetAllInstancesAsync(new(InstanceIdPrefix: "q-", PageSize: 3, ContinuationToken: pages[0].ContinuationToken, FetchInputsAndOutputs: true)).AsPages().FirstAsync();
        Assert.Equal(["3", "4", "5"], second.Values.Select(instance => instance.SerializedOutput));
        Assert.All(pages[0].Values, instance => Assert.Null(instance.SerializedOutput));
    }

    [Fact]
    public async Task Purging_counts_one_or_none_and_refuses_what_still_runs()
    {
        await ReadyAsync();
        await Run.RunAsync("Quick", 1, "q");
        await Run.ScheduleAsync("Wait", id: "w");
        await Run.SettleAsync();

        Assert.Equal(1, (await Run.Client.PurgeInstanceAsync("q")).PurgedInstanceCount);
        Assert.Equal(0, (await Run.Client.PurgeInstanceAsync("q")).PurgedInstanceCount);
        Assert.Null(await Run.Client.GetInstanceAsync("q"));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Run.Client.PurgeInstanceAsync("w"));
        Assert.StartsWith("Only orchestrations in a terminal state can be purged, but", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purging_by_filter_takes_only_finished_ones_and_recursively_their_children()
    {
        await ReadyAsync();
        await Run.RunAsync("Quick", 1, "old");
        await Run.PassAsync(TimeSpan.FromDays(10));
        await Run.RunAsync("Fails", id: "f");
        await Run.RunAsync("Parent", id: "p");
        await Run.ScheduleAsync("Wait", id: "w");
        await Run.SettleAsync();

        Assert.Equal(1, (await Run.Client.PurgeAllInstancesAsync(new(CreatedTo: DurableRun.Start.AddDays(5)))).PurgedInstanceCount);
        Assert.Equal(1, (await Run.Client.PurgeAllInstancesAsync(new(Statuses: [OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Running]))).PurgedInstanceCount);
        Assert.Equal(2, (await Run.Client.PurgeInstanceAsync("p", new PurgeInstanceOptions(Recursive: true))).PurgedInstanceCount);
        var stopped = await Run.Client.PurgeAllInstancesAsync(new() { Timeout = TimeSpan.FromMinutes(1) });
        Assert.Equal((0, true), (stopped.PurgedInstanceCount, stopped.IsComplete));
        Assert.Equal(["w"], await IdsAsync());
    }

    [Fact]
    public async Task Tags_and_versions_are_kept()
    {
        await ReadyAsync();
        await Run.Client.ScheduleNewOrchestrationInstanceAsync("Quick", 1, new StartOrchestrationOptions("t") { Tags = new Dictionary<string, string> { ["by"] = "test" } });
        await Run.SettleAsync();

        Assert.Equal("test", (await Run.GetAsync("t")).Tags["by"]);
    }
}
