using System.Text.Json.Serialization;
using CsCheck;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ParisPact.Local.Durable.History;

namespace ParisPact.Tests.Durable.Crashes;

public sealed class When_any_program_is_restarted_at_any_time
{
    [JsonPolymorphic]
    [JsonDerivedType(typeof(Activity), "activity")]
    [JsonDerivedType(typeof(Timer), "timer")]
    [JsonDerivedType(typeof(Event), "event")]
    [JsonDerivedType(typeof(Race), "race")]
    [JsonDerivedType(typeof(Together), "together")]
    [JsonDerivedType(typeof(Sub), "sub")]
    [JsonDerivedType(typeof(Anew), "anew")]
    public abstract record Step;

    public sealed record Activity(int Value, bool Fails) : Step;

    public sealed record Timer(int Hours) : Step;

    public sealed record Event(int Value) : Step;

    public sealed record Race(int First, int Second) : Step;

    public sealed record Together(Step[][] Branches) : Step;

    public sealed record Sub(Step[] Steps) : Step;

    public sealed record Anew : Step;

    public sealed record Program(Step[] Steps, string Done);

    private static readonly Gen<Step> Simple = Gen.OneOf<Step>(
        Gen.Select(Gen.Int[0, 99], Gen.Bool).Select((value, fails) => (Step)new Activity(value, fails)),
        Gen.Int[0, 200].Select(hours => (Step)new Timer(hours)),
        Gen.Int[0, 99].Select(value => (Step)new Event(value)),
        Gen.Select(Gen.Int[1, 9], Gen.Int[10, 99]).Select((first, second) => (Step)new Race(first, second)));

    private static readonly Gen<Step[]> Steps = Gen.Frequency(
        (6, Simple),
        (1, Simple.Array[1, 3].Array[1, 3].Select(branches => (Step)new Together(branches))),
        (1, Simple.Array[1, 3].Select(steps => (Step)new Sub(steps))),
        (1, Gen.Const((Step)new Anew()))).Array[1, 8];

    [Fact]
    public Task It_ends_as_if_it_had_not_been() => Gen.Select(Steps, Gen.Int[1, 40], Gen.Int[1, 100]).SampleAsync(
        async (steps, write, hours) =>
        {
            var (expected, _) = await RunAsync(steps, 0, null);
            Assert.StartsWith("Completed", expected, StringComparison.Ordinal);
            Assert.Equal(expected, (await RunAsync(steps, write, null)).Outcome);
            Assert.Equal(expected, (await RunAsync(steps, 0, TimeSpan.FromHours(hours))).Outcome);
        },
        iter: 150);

    /// <summary>Dies once at a write, or is stopped and started every so many hours.</summary>
    private static async Task<(string Outcome, int Starts)> RunAsync(Step[] steps, int dieAt, TimeSpan? restartEvery)
    {
        var store = new MemoryHistoryStore();
        DurableRun? run = null;
        var fault = new Fault(dieAt, FaultMoment.After, () => _ = run!.Engine.StopAsync(CancellationToken.None));
        IHistoryStore current = new FaultyStore(store, fault);
        var now = DurableRun.Start;
        for (var starts = 1; ; starts++)
        {
            await using var disposed = run = Define(new DurableRun(current, now));
            try
            {
                await run.StartAsync();
                if (await run.Client.GetInstanceAsync("main") is null) await run.ScheduleAsync("Program", new Program(steps, ""), "main");
                if (restartEvery is { } period && starts < 50) await run.PassAsync(period);
                else await run.Clock.RunUntilIdleAsync();
                var main = await run.GetAsync("main");
                if (main.IsCompleted && !fault.HasStruck) return ($"{main.RuntimeStatus} {main.SerializedOutput}", starts);
            }
            catch (Exception dead) when (dead is CrashException or OperationCanceledException or InvalidOperationException)
            {
                // The next engine goes on.
            }

            now = run.Clock.GetUtcNow();
            if (fault.HasStruck) (fault, current) = (new Fault(0, default, null), store);
        }
    }

    private static DurableRun Define(DurableRun run) => run
        .Activity<Activity>("Act", call => call.Fails ? throw new InvalidOperationException($"no {call.Value}") : call.Value)
        .Orchestrator("Program", async context =>
        {
            var program = context.GetInput<Program>()!;
            var done = program.Done;
            for (var n = 0; n < program.Steps.Length; n++)
            {
                if (program.Steps[n] is Anew)
                {
                    context.ContinueAsNew(new Program(program.Steps[(n + 1)..], done + " anew"));
                    return null;
                }

                done += " " + await DoAsync(context, program.Steps[n], $"{n}");
            }

            return done;
        });

    private static async Task<string> DoAsync(TaskOrchestrationContext context, Step step, string name)
    {
        switch (step)
        {
            case Activity activity:
                try
                {
                    return $"{await context.CallActivityAsync<int>("Act", activity, TaskOptions.FromRetryPolicy(new(2, TimeSpan.FromHours(1))))}";
                }
                catch (TaskFailedException failure)
                {
                    return failure.FailureDetails.ErrorMessage;
                }

            case Timer timer:
                await context.CreateTimer(TimeSpan.FromHours(timer.Hours), CancellationToken.None);
                return "timer";
            case Event raised:
                context.SendEvent(context.InstanceId, name, raised.Value);
                return $"event {await context.WaitForExternalEvent<int>(name)}";
            case Race race:
                using (var life = new CancellationTokenSource())
                {
                    var second = context.CreateTimer(TimeSpan.FromHours(1000 * race.Second), life.Token);
                    var winner = await Task.WhenAny(second, context.CallActivityAsync<int>("Act", new Activity(race.First, false)));
                    life.Cancel();
                    return winner == second ? "second" : "first";
                }

            case Together together:
                var branches = await Task.WhenAll(together.Branches.Select(async (steps, branch) =>
                {
                    List<string> done = [];
                    for (var n = 0; n < steps.Length; n++) done.Add(await DoAsync(context, steps[n], $"{name}-{branch}-{n}"));
                    return string.Join(',', done);
                }));
                return $"[{string.Join('|', branches)}]";
            case Sub sub:
                return $"({await context.CallSubOrchestratorAsync<string>("Program", new Program(sub.Steps, ""))})";
            default:
                throw new InvalidOperationException($"No such step: {step}.");
        }
    }
}
