using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Tests.Durable;

public abstract class When_calls_are_retried(AzuriteServer? azurite) : DurableTests(azurite)
{
    public sealed class In_memory() : When_calls_are_retried(null);

    public sealed class On_Azurite(AzuriteServer azurite) : When_calls_are_retried(azurite);

    private int attempts;

    private DurableRun Flaky(int failures) => Run.Activity<string>("Flaky", _ =>
    {
        Run.Notes.Add($"{Run.Clock.GetUtcNow():HH:mm:ss}");
        return ++attempts <= failures ? throw new InvalidOperationException($"no {attempts}") : attempts;
    });

    [Fact]
    public async Task The_attempts_include_the_first_and_the_delays_grow_to_their_cap()
    {
        var policy = new RetryPolicy(5, TimeSpan.FromMinutes(1), 3, TimeSpan.FromMinutes(5));
        await Flaky(4).Orchestrator("Main", context => context.CallActivityAsync<int>("Flaky", options: TaskOptions.FromRetryPolicy(policy))).StartAsync();

        Assert.Equal("5", (await Run.RunAsync("Main")).SerializedOutput);
        Assert.Equal(["09:00:00", "09:01:00", "09:04:00", "09:09:00", "09:14:00"], Run.Notes);
    }

    [Fact]
    public async Task The_last_failure_surfaces_with_a_number_that_counts_the_timers_too()
    {
        await Flaky(9).Orchestrator("Main", context => context.CallActivityAsync("Flaky", options: TaskOptions.FromRetryPolicy(new(2, TimeSpan.FromMinutes(1))))).StartAsync();

        var failed = await Run.RunAsync("Main");

        Assert.Equal("Microsoft.DurableTask.TaskFailedException: Task 'Flaky' (#2) failed with an unhandled exception: no 2", failed.SerializedOutput);
        Assert.Equal(["09:00:00", "09:01:00"], Run.Notes);
        Assert.Equal(new DateTimeOffset(2027, 1, 4, 9, 1, 0, TimeSpan.Zero), failed.LastUpdatedAt);
    }

    [Fact]
    public async Task No_attempt_is_made_after_the_retry_timeout()
    {
        var policy = new RetryPolicy(100, TimeSpan.FromMinutes(1), retryTimeout: TimeSpan.FromMinutes(3));
        await Flaky(99).Orchestrator("Main", context => context.CallActivityAsync("Flaky", options: TaskOptions.FromRetryPolicy(policy))).StartAsync();

        await Run.RunAsync("Main");

        Assert.Equal(["09:00:00", "09:01:00", "09:02:00", "09:03:00"], Run.Notes);
    }

    [Fact]
    public async Task A_failure_that_the_policy_does_not_handle_is_final()
    {
        var policy = new RetryPolicy(5, TimeSpan.FromMinutes(1)) { HandleFailure = failure => !failure.IsCausedBy<InvalidOperationException>() };
        await Flaky(9).Orchestrator("Main", context => context.CallActivityAsync("Flaky", options: TaskOptions.FromRetryPolicy(policy))).StartAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await Run.RunAsync("Main")).RuntimeStatus);
        Assert.Single(Run.Notes);
    }

    [Fact]
    public async Task A_handler_is_asked_after_every_failure_and_adds_no_delay_of_its_own()
    {
        await Flaky(9).Orchestrator("Main", async context =>
            {
                List<string> asked = [];
                var options = TaskOptions.FromRetryHandler(async retry =>
                {
                    asked.Add($"{retry.LastAttemptNumber} {retry.LastFailure.ErrorMessage} {retry.TotalRetryTime.TotalMinutes}");
                    if (retry.LastAttemptNumber == 2) await retry.OrchestrationContext.CreateTimer(TimeSpan.FromMinutes(10), CancellationToken.None);
                    return retry.LastAttemptNumber < 3;
                });
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Flaky", options: options));
                return asked;
            })
            .StartAsync();

        Assert.Equal(["1 no 1 0", "2 no 2 0", "3 no 3 10"], (await Run.RunAsync("Main")).ReadOutputAs<string[]>()!);
        Assert.Equal(["09:00:00", "09:00:00", "09:10:00"], Run.Notes);
    }

    [Fact]
    public async Task Sub_orchestrations_are_retried_under_the_same_id()
    {
        await Run.Orchestrator("Child", context =>
            {
                if (!context.IsReplaying) Run.Notes.Add(context.InstanceId);
                return ++attempts < 3 ? throw new InvalidOperationException("not yet") : Task.FromResult(attempts);
            })
            .Orchestrator("Main", context => context.CallSubOrchestratorAsync<int>("Child", options: TaskOptions.FromRetryPolicy(new(3, TimeSpan.FromMinutes(1))).WithInstanceId("child-1")))
            .StartAsync();

        Assert.Equal("3", (await Run.RunAsync("Main")).SerializedOutput);
        Assert.Equal(["child-1", "child-1", "child-1"], Run.Notes);
    }

    [Fact]
    public void A_policy_that_makes_no_sense_is_refused()
    {
        var second = TimeSpan.FromSeconds(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(0, second));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, second, 0.9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, second, maxRetryInterval: second / 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, second, retryTimeout: second / 2));
        var least = new RetryPolicy(1, second, 1, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Assert.Equal((TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan, 1.0), (new RetryPolicy(1, second).MaxRetryInterval, least.RetryTimeout, least.BackoffCoefficient));
    }

    [Fact]
    public async Task Options_given_as_the_input_are_refused()
    {
        await Flaky(0).Orchestrator("Main", context => context.CallActivityAsync<int>("Flaky", (object)TaskOptions.FromRetryPolicy(new(2, TimeSpan.FromMinutes(1))))).StartAsync();

        Assert.StartsWith("System.ArgumentException: A TaskOptions value was provided for the activity input", (await Run.RunAsync("Main")).SerializedOutput, StringComparison.Ordinal);
    }
}
