using ParisPact.Local.Durable.History;

namespace ParisPact.Tests.Durable.Crashes;

public sealed class When_a_write_fails_and_the_next_does_not
{
    [Fact]
    public async Task The_engine_reads_what_is_stored_and_goes_on_by_itself()
    {
        var (expected, writes, _) = await RunAsync(0, default);
        for (var at = 1; at <= writes; at++)
        {
            foreach (var moment in new[] { FaultMoment.Before, FaultMoment.After })
            {
                var (outcome, _, log) = await RunAsync(at, moment);
                Assert.True(expected == outcome, $"Failed {moment} write {at}:\n{outcome}\ninstead of\n{expected}\n{log}");
            }
        }
    }

    private static async Task<(string Outcome, int Writes, string Log)> RunAsync(int at, FaultMoment moment)
    {
        var fault = new Fault(at, moment, strike: null);
        await using var run = new DurableRun(new FaultyStore(new MemoryHistoryStore(), fault));
        CrashScenario.Define(run.Functions, TimeSpan.FromHours(1));
        await run.StartAsync();
        foreach (var step in CrashScenario.Steps)
        {
            await AgainAsync(() => step(run.Client));
            await run.PassAsync(TimeSpan.FromSeconds(5));
        }

        await run.Clock.RunUntilIdleAsync();
        return (await CrashScenario.OutcomeAsync(run.Client), fault.Writes, string.Join('\n', run.Log.Lines));

        // A call of the client that fails is for the caller to repeat. One that waits needs the clock to pass the engine's pause.
        async Task AgainAsync(Func<Task> step)
        {
            try
            {
                var running = step();
                while (await Task.WhenAny(running, Task.Delay(20)) != running) await run.PassAsync(TimeSpan.FromSeconds(5));
                await running;
            }
            catch (CrashException)
            {
                await AgainAsync(step);
            }
        }
    }
}
