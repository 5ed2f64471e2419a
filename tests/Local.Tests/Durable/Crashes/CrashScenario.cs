using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ParisPact.Local.Durable;

namespace ParisPact.Tests.Durable.Crashes;

/// <summary>
/// Orchestrations with one of everything that writes: fan-out, retries, a long payload, a timer, a sub-orchestration, events between orchestrations and from outside,
/// a new generation with events that nobody took, suspension, recursive termination, replacement and purge. What becomes of them holds no time and no attempt.
/// </summary>
internal static class CrashScenario
{
    public static void Define(DurableFunctions functions, TimeSpan hour)
    {
        var flaky = 0;
        functions.Activities["Work"] = (call, _) => Task.FromResult<object?>($"w{call.InputJson}");
        functions.Activities["Flaky"] = (_, _) => Interlocked.Increment(ref flaky) % 3 != 0 ? throw new InvalidOperationException("not yet") : Task.FromResult<object?>("flaky");
        functions.Activities["Long"] = (_, _) => Task.FromResult<object?>(new string('x', 40_000));

        functions.Orchestrators["Main"] = async context => context.GetInput<string>() is { } summary
            ? await SecondAsync(context, summary, hour)
            : await FirstAsync(context, hour);
        functions.Orchestrators["Child"] = async context =>
        {
            var generation = context.GetInput<int>();
            if (generation == 0) context.SendEvent(context.InstanceId, "Own", "kept");
            await context.CreateTimer(hour, CancellationToken.None);
            if (generation == 1) return $"child {await context.WaitForExternalEvent<string>("own")}";
            context.ContinueAsNew(1);
            return null;
        };
        functions.Orchestrators["Collector"] = async context =>
        {
            List<string> items = [];
            for (var n = 0; n < 4; n++) items.Add(await context.WaitForExternalEvent<string>("item"));
            context.SetCustomStatus($"{items.Count} items");
            try
            {
                while (true) items.Add("doubled: " + await context.WaitForExternalEvent<string>("item", 48 * hour));
            }
            catch (TaskCanceledException)
            {
                return items.Order(StringComparer.Ordinal).ToList();
            }
        };
        functions.Orchestrators["Endless"] = async context =>
        {
            if (context.Parent is null) await context.CallSubOrchestratorAsync("Endless", options: new SubOrchestrationOptions(instanceId: "endless-child"));
            else await context.WaitForExternalEvent<string>("never");
            return null;
        };
        functions.Orchestrators["Twice"] = context => Task.FromResult<object?>(context.GetInput<int>());
    }

    /// <summary>What a client does, a step at a time; every step may be done again after a crash.</summary>
    public static IReadOnlyList<Func<DurableTaskClient, Task>> Steps =>
    [
        client => StartAsync(client, "Collector", "collector"),
        client => StartAsync(client, "Main", "main"),
        async client =>
        {
            await StartAsync(client, "Endless", "endless");
            await client.WaitForInstanceStartAsync("endless-child");
        },
        client => UnlessOver(() => client.SuspendInstanceAsync("collector", "pause")),
        client => UnlessOver(() => client.ResumeInstanceAsync("collector")),
        client => UnlessOver(() => client.RaiseEventAsync("main", "Approve", "yes")),
        client => UnlessOver(() => client.TerminateInstanceAsync("endless", new TerminateInstanceOptions("stop", Recursive: true))),
        async client =>
        {
            await StartAsync(client, "Twice", "twice", 1);
            await client.WaitForInstanceCompletionAsync("twice");
        },
        async client =>
        {
            await StartAsync(client, "Twice", "twice", 2);
            await client.WaitForInstanceCompletionAsync("twice");
        },
        client => client.PurgeInstanceAsync("twice"),
    ];

    /// <summary>Every instance with all that a client can see of it, but for times.</summary>
    public static async Task<string> OutcomeAsync(DurableTaskClient client)
    {
        List<string> seen = [];
        await foreach (var instance in client.GetAllInstancesAsync(new(FetchInputsAndOutputs: true)))
        {
            seen.Add(JsonSerializer.Serialize(new
            {
                instance.InstanceId,
                instance.Name,
                Status = instance.RuntimeStatus.ToString(),
                instance.SerializedInput,
                instance.SerializedOutput,
                instance.SerializedCustomStatus,
            }));
        }

        return string.Join('\n', seen.Order(StringComparer.Ordinal));
    }

    private static async Task<object?> FirstAsync(TaskOrchestrationContext context, TimeSpan hour)
    {
        context.SetCustomStatus("first");
        var child = context.CallSubOrchestratorAsync<string>("Child", 0, new SubOrchestrationOptions(instanceId: "child"));
        var work = await Task.WhenAll(Enumerable.Range(0, 5).Select(n => context.CallActivityAsync<string>("Work", n)));
        var flaky = await context.CallActivityAsync<string>("Flaky", options: TaskOptions.FromRetryPolicy(new(20, hour)));
        var length = (await context.CallActivityAsync<string>("Long")).Length;
        context.SendEvent("collector", "item", "1");
        context.SendEvent("collector", "item", "2");
        var approved = await context.WaitForExternalEvent<string>("approve");
        context.ContinueAsNew($"{string.Join(',', work)} {flaky} {length} {approved} {await child}");
        return null;
    }

    private static async Task<object?> SecondAsync(TaskOrchestrationContext context, string summary, TimeSpan hour)
    {
        context.SendEvent("collector", "item", "3");
        context.SetCustomStatus("second");
        await context.CreateTimer(hour, CancellationToken.None);
        context.SendEvent("collector", "item", "4");
        return summary;
    }

    private static async Task StartAsync(DurableTaskClient client, string name, string id, object? input = null)
    {
        // "Twice" is replaced when it is over; the others are not begun again by a client that starts over.
        OrchestrationRuntimeStatus[] running = [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];
        OrchestrationRuntimeStatus[] refused = name == "Twice" ? running : [.. running, OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed];
        try
        {
            if (name == "Endless" && await client.GetInstanceAsync(id) is not null) return;
            await client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id).WithDedupeStatuses(refused));
        }
        catch (Exception already) when (already.GetType().Name == "OrchestrationAlreadyExistsException")
        {
            // It was started before the crash.
        }
    }

    private static async Task UnlessOver(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception refused) when (refused.GetType().Name == "RpcException")
        {
            // It came through before the crash, and the instance has ended since.
        }
    }
}
