using ParisPact.Local.Durable.Engine;
using ParisPact.Local.Durable.History;

namespace ParisPact.Tests.Durable;

public abstract class When_a_message_comes_too_late(AzuriteServer? azurite) : DurableTests(azurite)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public sealed class In_memory() : When_a_message_comes_too_late(null);

    public sealed class On_Azurite(AzuriteServer azurite) : When_a_message_comes_too_late(azurite);

    [Fact]
    public async Task It_does_not_wait_for_the_next_instance_of_that_id()
    {
        var store = new Interrupted(await NewStoreAsync());
        await using var run = new DurableRun(store);
        await run
            .Orchestrator("Sender", async context =>
            {
                context.SendEvent("receiver", "news", "late");
                await context.CreateTimer(Hour, CancellationToken.None);
            })
            .Orchestrator("Receiver", async context =>
            {
                try
                {
                    return await context.WaitForExternalEvent<string>("news", 2 * Hour);
                }
                catch (TaskCanceledException)
                {
                    return "nothing";
                }
            })
            .StartAsync();
        await run.ScheduleAsync("Receiver", id: "receiver");
        await run.SettleAsync();

        // The receiver goes away at the very moment at which the message is written.
        store.BeforeMessage = async () =>
        {
            await run.Client.TerminateInstanceAsync("receiver");
            await run.Client.WaitForInstanceCompletionAsync("receiver");
            await run.Client.PurgeInstanceAsync("receiver");
        };
        await run.ScheduleAsync("Sender", id: "sender");
        await run.SettleAsync();
        Assert.Null(await run.Client.GetInstanceAsync("receiver"));

        await run.ScheduleAsync("Receiver", id: "receiver");
        await run.SettleAsync();
        await run.RestartAsync();
        await run.Clock.RunUntilIdleAsync();
        Assert.Equal("\"nothing\"", (await run.GetAsync("receiver")).SerializedOutput);
    }

    [Fact]
    public void An_answer_to_an_earlier_execution_concerns_nobody()
    {
        var record = new InstanceRecord { InstanceId = "parent", Name = "Parent", ExecutionId = "second", CreatedAt = default, LastUpdatedAt = default };
        var parent = new LiveInstance(record) { MayStart = true };
        parent.Committed(record, [new ExecutionStarted("Parent", ""), new ActivityScheduled(0, "Work")]);
        parent.Open.Add(0, new ActivityScheduled(0, "Work"));
        Assert.True(parent.Concerns(new(new TaskCompleted(0) { ExecutionId = "second" }, "key")));
        Assert.False(parent.Concerns(new(new TaskCompleted(0) { ExecutionId = "first" }, "key")));
    }

    private sealed class Interrupted(IHistoryStore inner) : IHistoryStore
    {
        public Func<Task>? BeforeMessage { get; set; }

        public Task PrepareAsync(CancellationToken cancellation) => inner.PrepareAsync(cancellation);

        public Task<InstanceRecord?> FindAsync(string instanceId, CancellationToken cancellation) => inner.FindAsync(instanceId, cancellation);

        public Task<StoredInstance?> LoadAsync(string instanceId, CancellationToken cancellation) => inner.LoadAsync(instanceId, cancellation);

        public Task<(IReadOnlyList<InstanceRecord> Records, string? Next)> ListAsync(InstanceFilter filter, int size, string? token, bool payloads, CancellationToken cancellation) =>
            inner.ListAsync(filter, size, token, payloads, cancellation);

        public Task<InstanceRecord> CommitAsync(Commit commit, CancellationToken cancellation) => inner.CommitAsync(commit, cancellation);

        public async Task AddMessageAsync(string instanceId, string key, HistoryEvent message, CancellationToken cancellation)
        {
            if (message is EventRaised && BeforeMessage is { } interrupt)
            {
                BeforeMessage = null;
                await interrupt();
            }

            await inner.AddMessageAsync(instanceId, key, message, cancellation);
        }

        public Task RemoveMessageAsync(string instanceId, string key, CancellationToken cancellation) => inner.RemoveMessageAsync(instanceId, key, cancellation);

        public Task<bool> DeleteAsync(string instanceId, CancellationToken cancellation) => inner.DeleteAsync(instanceId, cancellation);
    }
}
