using Microsoft.Extensions.Logging;

namespace ParisPact.Local.Durable;

/// <content>Trying again what the store did not take.</content>
internal sealed partial class DurableEngine
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Runs a piece of work against the store until it is done or the engine stops, with growing pauses after failures.</summary>
    private void UntilDone(string what, Func<Task> piece, int failures = 0)
    {
        if (stopping.IsCancellationRequested) return;
        _ = work.Run(Attempt, what);

        async Task Attempt()
        {
            try
            {
                await piece();
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                // It is done at the next start.
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "{What} is tried again: {Reason}", what, failure.Message);
                Later(Pause(failures), () => UntilDone(what, piece, failures + 1));
            }
        }
    }

    private static TimeSpan Pause(int failures) => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(failures, 10)), LongestPause.TotalSeconds));

    /// <summary>Nothing counts as running during the pause, so that a virtual clock can pass it.</summary>
    private void Later(TimeSpan pause, Action action)
    {
        ITimer? timer = null;
        timer = time.CreateTimer(
            _ =>
            {
                timer?.Dispose();
                action();
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        timer.Change(pause, Timeout.InfiniteTimeSpan);
    }
}
