using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Tests.Timers;

public static class RecordingFunctions
{
    public sealed class Daily(Recording recording)
    {
        [Function("Daily")]
        public void Run([TimerTrigger("%DailySchedule%")] TimerInfo timer, FunctionContext context) => recording.Add("Daily", timer, context);
    }

    public sealed class Often(Recording recording)
    {
        [Function("Often")]
        public void Run([TimerTrigger("*/20 * * * * *")] TimerInfo timer, FunctionContext context) => recording.Add("Often", timer, context);
    }

    public sealed class Stubborn(Recording recording)
    {
        [Function("Stubborn")]
        [FixedDelayRetry(2, "00:00:05")]
        public void Run([TimerTrigger("0 0 3 * * *")] TimerInfo timer, FunctionContext context)
        {
            recording.Add("Stubborn", timer, context);
            throw new InvalidOperationException("again");
        }
    }

    public sealed class Patient(Recording recording)
    {
        [Function("Patient")]
        [ExponentialBackoffRetry(4, "00:00:10", "00:01:00")]
        public async Task Run([TimerTrigger("0 0 3 * * *")] TimerInfo timer, FunctionContext context)
        {
            await Task.Yield();
            recording.Add("Patient", timer, context);
            if (context is { RetryContext.RetryCount: < 4 })
            {
                throw new InvalidOperationException("again");
            }
        }
    }

    public sealed class AtStart(Recording recording)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger("0 0 3 * * *", RunOnStartup = true)] TimerInfo timer, FunctionContext context) => recording.Add("AtStart", timer, context);
    }

    /// <summary>Runs for longer than the time between its occurrences.</summary>
    public sealed class Slow(Recording recording, SlowWork work)
    {
        [Function("Slow")]
        public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, FunctionContext context)
        {
            recording.Add("Slow", timer, context);
            await work.Wait();
        }
    }

    public sealed class SlowWork
    {
        private TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Running { get; private set; }

        public async Task Wait()
        {
            Running++;
            await end.Task;
            Running--;
        }

        public void End()
        {
            var ended = end;
            end = new(TaskCreationOptions.RunContinuationsAsynchronously);
            ended.SetResult();
        }
    }
}
