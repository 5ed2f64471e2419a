using System.Net;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ParisPact.Local.Hosting;
using ParisPact.Local.Time;

namespace ParisPact.Tests.Orchestrations;

public sealed class When_the_app_has_orchestrations(AzuriteServer azurite)
{
    private static readonly DateTimeOffset Begin = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly YearFunctions.Diary diary = new();

    [Fact]
    public async Task They_are_functions_with_their_input_their_activities_and_the_middleware()
    {
        var work = RunningWork.OneAtATime();
        var clock = new VirtualClock(Begin, work);
        await using var host = await Start(clock, work, null);
        await host.Durable.ScheduleNewOrchestrationInstanceAsync("Year", new YearFunctions.Plan("2027", 12), new StartOrchestrationOptions("cycle-2027"));
        await clock.RunUntilAsync(Begin.AddDays(400));

        var year = await host.Durable.GetInstanceAsync("cycle-2027", getInputsAndOutputs: true);
        Assert.Equal((OrchestrationRuntimeStatus.Completed, "2027 ended"), (year!.RuntimeStatus, year.ReadOutputAs<string>()));
        Assert.Equal("cycle-2027 Meeting { Plan = 2027, Month = 1 } Meet True", diary.Lines[0]);
        Assert.Equal((12, 12), (diary.Lines.Count, diary.Runs["Meet"]));
        Assert.True(diary.Runs["Year"] > 1, "The middleware runs at every replay.");
    }

    [Fact]
    public async Task An_http_function_starts_one_by_its_client_and_it_lives_in_storage()
    {
        var work = RunningWork.OneAtATime();
        var clock = new VirtualClock(Begin, work);
        await using (var first = await Start(clock, work, azurite.ConnectionString, 0))
        {
            using var client = first.CreateClient();
            using var answer = await client.PostAsync("/api/years/short", null);
            Assert.Equal((HttpStatusCode.Accepted, "/api/years/year-short"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
            await clock.RunUntilAsync(Begin.AddDays(40));
            Assert.Single(diary.Lines);
        }

        await using var second = await Start(clock, work, azurite.ConnectionString);
        await clock.RunUntilAsync(Begin.AddDays(70));
        Assert.Equal(2, diary.Lines.Count);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await second.Durable.GetInstanceAsync("year-short"))!.RuntimeStatus);
    }

    [Fact]
    public async Task Values_go_to_activities_and_back()
    {
        await using var host = await Start(TimeProvider.System, new RunningWork(), null);
        var id = await host.Durable.ScheduleNewOrchestrationInstanceAsync("Sum", 20);
        var ended = await host.Durable.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        Assert.Equal(210, ended.ReadOutputAs<int>());
    }

    private Task<LocalHost> Start(TimeProvider time, RunningWork work, string? storage, int? port = null) => LocalHost.Start(
        TestPlan.Of(new TestLog(), typeof(YearFunctions)) with { Time = time, Work = work, Storage = storage, Port = port },
        builder =>
        {
            builder.Services.AddSingleton(diary);
            builder.UseMiddleware<YearFunctions.Counting>();
        });
}
