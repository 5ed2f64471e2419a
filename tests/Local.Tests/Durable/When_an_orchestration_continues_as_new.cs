using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Tests.Durable;

public abstract class When_an_orchestration_continues_as_new(AzuriteServer? azurite) : DurableTests(azurite)
{
    public sealed class In_memory() : When_an_orchestration_continues_as_new(null);

    public sealed class On_Azurite(AzuriteServer azurite) : When_an_orchestration_continues_as_new(azurite);

    [Fact]
    public async Task It_begins_again_under_its_id_with_new_input_and_without_its_old_status()
    {
        await Run.Orchestrator("Year", async context =>
            {
                var year = context.GetInput<int>();
                if (year == 2027) context.SetCustomStatus("first");
                await context.CreateTimer(TimeSpan.FromDays(365), CancellationToken.None);
                if (year == 2030) return "over";
                context.ContinueAsNew(year + 1);
                Run.Notes.Add($"after {year}");
                return "ignored";
            })
            .StartAsync();
        var id = await Run.ScheduleAsync("Year", 2027, "year");
        await Run.PassAsync(TimeSpan.FromDays(300));
        Assert.Equal("\"first\"", (await Run.GetAsync(id)).SerializedCustomStatus);
        await Run.PassAsync(TimeSpan.FromDays(100));

        var second = await Run.GetAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Running, second.RuntimeStatus);
        Assert.Equal("2028", second.SerializedInput);
        Assert.Equal("null", second.SerializedCustomStatus);

        await Run.RestartAsync();
        await Run.Clock.RunUntilIdleAsync();
        Assert.Equal("over", (await Run.GetAsync(id)).ReadOutputAs<string>());
        Assert.Equal(["after 2027", "after 2028", "after 2029"], Run.Notes.Distinct());
        Assert.Equal(DurableRun.Start.AddDays(4 * 365), Run.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData(true, "[\"a\",\"b\"]")]
    [InlineData(false, "[]")]
    public async Task Events_that_nobody_took_go_over_or_are_dropped(bool keep, string expected)
    {
        await Run.Orchestrator("Main", async context =>
            {
                if (context.GetInput<int>() == 0)
                {
                    await context.WaitForExternalEvent<string>("go");
                    context.ContinueAsNew(1, keep);
                    return null;
                }

                List<string> got = [];
                while (true)
                {
                    try
                    {
                        got.Add(await context.WaitForExternalEvent<string>("e", TimeSpan.FromHours(1)));
                    }
                    catch (TaskCanceledException)
                    {
                        return got;
                    }
                }
            })
            .StartAsync();
        var id = await Run.ScheduleAsync("Main", 0);
        await Run.Client.RaiseEventAsync(id, "E", "a");
        await Run.Client.RaiseEventAsync(id, "e", "b");
        await Run.Client.RaiseEventAsync(id, "go");
        await Run.SettleAsync();
        await Run.RestartAsync();
        await Run.Clock.RunUntilIdleAsync();

        Assert.Equal(expected, (await Run.GetAsync(id)).SerializedOutput);
    }

    [Fact]
    public async Task An_exception_after_it_fails_the_instance()
    {
        await Run.Orchestrator("Main", context =>
            {
                context.ContinueAsNew(1);
                throw new InvalidOperationException("no");
            })
            .StartAsync();

        Assert.Equal("System.InvalidOperationException: no", (await Run.RunAsync("Main")).SerializedOutput);
    }

    [Fact]
    public async Task It_may_take_a_new_version()
    {
        await Run.Orchestrator("Main", context =>
            {
                if (context.Version == "1.9") context.ContinueAsNew(new ContinueAsNewOptions { NewInput = "x", NewVersion = "1.10" });
                return Task.FromResult($"{context.Version} {context.CompareVersionTo("1.9")} {context.CompareVersionTo("1.10")} {context.CompareVersionTo("2")} {context.CompareVersionTo("")}");
            })
            .StartAsync();

        await Run.Client.ScheduleNewOrchestrationInstanceAsync("Main", new StartOrchestrationOptions("v") { Version = "1.9" });
        await Run.Clock.RunUntilIdleAsync();

        Assert.Equal("1.10 1 0 -1 1", (await Run.GetAsync("v")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_thousand_generations_leave_one_generation_behind()
    {
        await Run.Orchestrator("Main", context =>
            {
                var n = context.GetInput<int>();
                if (n < 1000) context.ContinueAsNew(n + 1);
                return Task.FromResult(n);
            })
            .StartAsync();

        Assert.Equal("1000", (await Run.RunAsync("Main", 0, "many")).SerializedOutput);
        Assert.InRange((await Run.Store.LoadAsync("many", CancellationToken.None))!.History.Count, 0, 4);
    }
}
