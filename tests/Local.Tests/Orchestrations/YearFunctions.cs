using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Tests.Orchestrations;

public sealed class YearFunctions(YearFunctions.Diary diary)
{
    [Function("Year")]
    public static async Task<string> Year([OrchestrationTrigger] TaskOrchestrationContext context, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(plan);
        for (var month = 1; month <= plan.Months; month++)
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(30), CancellationToken.None);
            await context.CallActivityAsync("Meet", new Meeting(plan.Name, month));
        }

        return $"{plan.Name} ended";
    }

    [Function("Meet")]
    public async Task<string> Meet([ActivityTrigger] Meeting meeting, string instanceId, FunctionContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        await Task.Yield();
        diary.Lines.Add($"{instanceId} {meeting} {context.FunctionDefinition.Name} {cancellation.CanBeCanceled}");
        return "met";
    }

    [Function("Count")]
    public static int Count([ActivityTrigger] int number) => number + 1;

    [Function("Sum")]
    public static async Task<int> Sum([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var counts = await Task.WhenAll(Enumerable.Range(0, context.GetInput<int>()).Select(number => context.CallActivityAsync<int>("count", number)));
        return counts.Sum();
    }

    [Function("StartYear")]
    public static async Task<IResult> StartYear([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "years/{name}")] HttpRequest request, string name, [DurableClient] DurableTaskClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        var id = await client.ScheduleNewOrchestrationInstanceAsync("Year", new Plan(name, 2), new StartOrchestrationOptions($"year-{name}"));
        return Results.Accepted($"/api/years/{id}");
    }

    public sealed record Plan(string Name, int Months);

    public readonly record struct Meeting(string Plan, int Month);

    public sealed class Diary
    {
        public List<string> Lines { get; } = [];

        public Dictionary<string, int> Runs { get; } = [];
    }

    /// <summary>Counts runs, replays included.</summary>
    public sealed class Counting(Diary diary) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            lock (diary.Runs)
            {
                diary.Runs[context.FunctionDefinition.Name] = diary.Runs.GetValueOrDefault(context.FunctionDefinition.Name) + 1;
            }

            return next(context);
        }
    }
}
