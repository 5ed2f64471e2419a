using Microsoft.DurableTask.Client;
using ParisPact.Local.Durable;
using ParisPact.Local.Time;

namespace ParisPact.Tests.Durable;

public abstract class When_an_activity_is_called(AzuriteServer? azurite) : DurableTests(azurite)
{
    public sealed class In_memory() : When_an_activity_is_called(null);

    public sealed class On_Azurite(AzuriteServer azurite) : When_an_activity_is_called(azurite);

    private sealed record Person(string Who, int N);

    [Fact]
    public async Task Its_result_comes_back_and_becomes_the_output()
    {
        await Run.Activity<string>("Greet", who => $"Hello {who}")
            .Orchestrator("Hello", async context => await context.CallActivityAsync<string>("Greet", context.GetInput<string>()))
            .StartAsync();

        var done = await Run.RunAsync("Hello", "Tajikistan", "hello-1");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        Assert.Equal("Hello Tajikistan", done.ReadOutputAs<string>());
        Assert.Equal("\"Tajikistan\"", done.SerializedInput);
        Assert.Equal("hello-1", done.InstanceId);
        Assert.Equal("Hello", done.Name);
    }

    [Fact]
    public async Task Names_are_found_without_case_and_values_are_written_with_the_names_as_declared()
    {
        string? wire = null;
        Run.Functions.Activities["Twice"] = (call, _) =>
        {
            wire = call.InputJson;
            return Task.FromResult<object?>(new Person("w", 2));
        };
        await Run.Orchestrator("Main", async context => (await context.CallActivityAsync<Person>("TWICE", new Person("w", 1))).N).StartAsync();

        Assert.Equal("2", (await Run.RunAsync("mAIN")).SerializedOutput);
        Assert.Equal("""{"Who":"w","N":1}""", wire);
    }

    [Fact]
    public async Task A_thousand_at_once_all_answer()
    {
        await Run.Activity<int>("Square", n => n * n)
            .Orchestrator("Fan", async context => (await Task.WhenAll(Enumerable.Range(0, 1000).Select(n => context.CallActivityAsync<int>("Square", n)))).Sum(value => (long)value))
            .StartAsync();

        Assert.Equal(332_833_500, (await Run.RunAsync("Fan")).ReadOutputAs<long>());
    }

    [Fact]
    public async Task No_more_run_at_once_than_the_host_allows_and_in_the_order_of_the_calls()
    {
        var (running, most, begun) = (0, 0, new List<int>());
        var gate = new Lock();
        var functions = new DurableFunctions();
        functions.Activities["Work"] = async (call, cancellation) =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++running);
                begun.Add(int.Parse(call.InputJson!, System.Globalization.CultureInfo.InvariantCulture));
            }

            await Task.Delay(20, cancellation);
            lock (gate) running--;
            return null;
        };
        functions.Orchestrators["All"] = async context =>
        {
            await Task.WhenAll(Enumerable.Range(0, 10).Select(n => context.CallActivityAsync("Work", n)));
            return null;
        };
        await using var engine = new DurableEngine(functions, await NewStoreAsync(), TimeProvider.System, new RunningWork(), new TestLog(), activitiesAtATime: 3);
        await engine.StartAsync(CancellationToken.None);
        await using var client = new LocalDurableTaskClient(engine, TimeProvider.System);
        await client.WaitForInstanceCompletionAsync(await client.ScheduleNewOrchestrationInstanceAsync("All"), TestContext.Current.CancellationToken);
        Assert.Equal(3, most);
        Assert.Equal(Enumerable.Range(0, 10), begun.Order());
        Assert.Equal([0, 1, 2], begun.Take(3).Order());
    }

    [Fact]
    public async Task One_that_runs_when_the_host_stops_is_cancelled_and_runs_again_at_the_next_start()
    {
        var attempts = 0;
        Run.Functions.Activities["Work"] = async (_, cancellation) =>
        {
            if (++attempts == 1) await Task.Delay(Timeout.Infinite, cancellation);
            return attempts;
        };
        await Run.Orchestrator("One", context => context.CallActivityAsync<int>("Work")).StartAsync();
        var id = await Run.ScheduleAsync("One");
        await Poll.Until(() => attempts == 1);
        await Run.RestartAsync();
        await Run.Clock.RunUntilIdleAsync();
        Assert.Equal(2, (await Run.GetAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_payload_of_a_megabyte_goes_in_and_out()
    {
        var big = new string('ж', 500_000) + "\"\\" + new string('"', 500_000);
        await Run.Activity<string>("Echo", text => text)
            .Orchestrator("Big", async context =>
            {
                var text = await context.CallActivityAsync<string>("Echo", context.GetInput<string>());
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                return text + text.Length;
            })
            .StartAsync();

        var id = await Run.ScheduleAsync("Big", big);
        await Run.SettleAsync();
        await Run.RestartAsync();
        await Run.Clock.RunUntilIdleAsync();

        Assert.Equal(big + big.Length, (await Run.GetAsync(id)).ReadOutputAs<string>());
    }
}
