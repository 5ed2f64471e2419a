using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ParisPact.Local.Durable;
using ParisPact.Local.Durable.History;
using ParisPact.Local.Time;

namespace ParisPact.Tests.Durable;

/// <summary>An engine with a client on a virtual clock, with the orchestrators and activities of one test.</summary>
internal sealed class DurableRun : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);

    private DurableEngine? engine;

    public DurableRun(IHistoryStore store, DateTimeOffset? start = null)
    {
        Store = store;
        Clock = new(start ?? Start, Work);
    }

    public IHistoryStore Store { get; }

    public RunningWork Work { get; } = RunningWork.OneAtATime();

    public VirtualClock Clock { get; }

    public DurableFunctions Functions { get; } = new();

    public TestLog Log { get; } = new();

    /// <summary>What the test's functions wrote down, in order.</summary>
    public List<string> Notes { get; } = [];

    public DurableEngine Engine => engine ?? throw new InvalidOperationException("Not started.");

    public LocalDurableTaskClient Client => new(Engine, Clock);

    public DurableRun Orchestrator<T>(string name, Func<TaskOrchestrationContext, Task<T>> body)
    {
        Functions.Orchestrators[name] = async context => await body(context);
        return this;
    }

    public DurableRun Orchestrator(string name, Func<TaskOrchestrationContext, Task> body)
    {
        Functions.Orchestrators[name] = async context =>
        {
            await body(context);
            return null;
        };
        return this;
    }

    public DurableRun Activity<TInput>(string name, Func<TInput, object?> body)
    {
        Functions.Activities[name] = (call, _) => Task.FromResult(body(WireJson.Converter.Deserialize<TInput>(call.InputJson)!));
        return this;
    }

    public async Task<DurableRun> StartAsync()
    {
        engine = new(Functions, Store, Clock, Work, Log);
        await engine.StartAsync(CancellationToken.None);
        return this;
    }

    /// <summary>Another engine takes over the store, as after a new start of the process.</summary>
    public async Task RestartAsync()
    {
        await Engine.DisposeAsync();
        await StartAsync();
    }

    public async Task<string> ScheduleAsync(string name, object? input = null, string? id = null) =>
        await Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id), CancellationToken.None);

    /// <summary>Starts an instance, lets the clock run until nothing is left to do, and gives what became of it.</summary>
    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null, string? id = null)
    {
        var instanceId = await ScheduleAsync(name, input, id);
        await Clock.RunUntilIdleAsync();
        return await GetAsync(instanceId);
    }

    public async Task<OrchestrationMetadata> GetAsync(string instanceId) =>
        await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true) ?? throw new InvalidOperationException($"There is no instance {instanceId}.");

    /// <summary>Lets everything run that can run without the clock moving.</summary>
    public Task SettleAsync() => Clock.RunUntilAsync(Clock.GetUtcNow());

    public Task PassAsync(TimeSpan time) => Clock.RunUntilAsync(Clock.GetUtcNow() + time);

    public async ValueTask DisposeAsync()
    {
        if (engine is not null) await engine.DisposeAsync();
    }

    public static string Json(object? value) => JsonSerializer.Serialize(value);
}
