namespace ParisPact.Tests;

/// <summary>Waits for what happens on another thread or in another process.</summary>
internal static class Poll
{
    /// <exception cref="TimeoutException">It did not happen in time.</exception>
    public static Task Until(Func<bool> condition, int seconds = 120, string? what = null) => Until(() => Task.FromResult(condition()), seconds, what);

    /// <inheritdoc cref="Until(Func{bool}, int, string?)"/>
    public static async Task Until(Func<Task<bool>> condition, int seconds = 120, string? what = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (!await condition())
        {
            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException(what ?? "What was waited for did not happen.");
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }
}
