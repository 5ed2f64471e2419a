using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Tests.Durable;

public abstract class When_something_fails(AzuriteServer? azurite) : DurableTests(azurite)
{
    public sealed class In_memory() : When_something_fails(null);

    public sealed class On_Azurite(AzuriteServer azurite) : When_something_fails(azurite);

    private sealed class Broken(string message, Exception cause) : InvalidOperationException(message, cause);

    [Fact]
    public async Task An_exception_of_the_body_fails_the_instance_with_plain_text_and_no_details()
    {
        await Run.Orchestrator("Bad", context => throw new ArgumentException("boom", new InvalidOperationException("inner"))).StartAsync();

        var failed = await Run.RunAsync("Bad");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal("System.ArgumentException: boom", failed.SerializedOutput);
        Assert.Null(failed.FailureDetails);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => failed.ReadOutputAs<string>());
        Assert.True(failed.IsCompleted);
    }

    [Fact]
    public async Task An_uncaught_activity_failure_names_the_activity_and_its_number()
    {
        await Run.Activity<string>("Act", _ => throw new ArgumentException("bad input"))
            .Orchestrator("Main", context => context.CallActivityAsync("Act", "x"))
            .StartAsync();

        Assert.Equal("Microsoft.DurableTask.TaskFailedException: Task 'Act' (#0) failed with an unhandled exception: bad input", (await Run.RunAsync("Main")).SerializedOutput);
    }

    [Fact]
    public async Task The_orchestrator_sees_type_message_and_cause_of_a_failed_activity_but_never_the_exception()
    {
        await Run.Activity<string>("Act", _ => throw new Broken("outer", new ArgumentNullException("cause")))
            .Orchestrator("Main", async context =>
            {
                await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
                var failure = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Act", "x"));
                return $"{failure.TaskName} {failure.TaskId} {failure.InnerException is null} {failure.FailureDetails.ErrorType} {failure.FailureDetails.ErrorMessage} "
                    + $"{failure.FailureDetails.InnerFailure!.ErrorType} {failure.FailureDetails.IsCausedBy<InvalidOperationException>()} {failure.FailureDetails.IsCausedBy<ArgumentException>()}";
            })
            .StartAsync();

        Assert.Equal($"Act 1 True {typeof(Broken)} outer System.ArgumentNullException True False", (await Run.RunAsync("Main")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_unknown_activity_fails_at_once_as_unknown_whatever_the_retries()
    {
        await Run.Orchestrator("Main", async context =>
            {
                var failure = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Nobody", options: TaskOptions.FromRetryPolicy(new(5, TimeSpan.FromHours(1)))));
                return $"{failure.FailureDetails.ErrorType} {failure.FailureDetails.ErrorMessage} {context.CurrentUtcDateTime:HH:mm}";
            })
            .StartAsync();

        Assert.Equal("(unknown) (unknown) 09:00", (await Run.RunAsync("Main")).ReadOutputAs<string>());
        Assert.Contains(Run.Log.Errors, line => line.Contains("'Nobody'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_orchestrator_can_be_scheduled_and_fails_naming_those_that_are_known()
    {
        await Run.Orchestrator("B", _ => Task.CompletedTask).Orchestrator("A", _ => Task.CompletedTask).StartAsync();

        var failed = await Run.RunAsync("X");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal(
            """{"message":"The function 'X' doesn't exist, is disabled, or is not an orchestrator function. Additional info: The following are the known orchestrator functions: 'A', 'B'.","details":null}""",
            failed.SerializedOutput);
    }

    [Fact]
    public async Task A_failed_sub_orchestration_shows_the_childs_own_failure()
    {
        await Run.Orchestrator("Child", context => throw new ArgumentException("boom"))
            .Orchestrator("Main", async context =>
            {
                var failure = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("Child"));
                return $"{failure.Message}|{failure.FailureDetails.ErrorType}|{failure.FailureDetails.ErrorMessage}";
            })
            .StartAsync();

        Assert.Equal("Task 'Child' (#0) failed with an unhandled exception: boom|System.ArgumentException|boom", (await Run.RunAsync("Main")).ReadOutputAs<string>());
    }
}
