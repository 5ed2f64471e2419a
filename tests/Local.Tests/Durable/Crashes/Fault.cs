using ParisPact.Local.Durable.History;

namespace ParisPact.Tests.Durable.Crashes;

/// <summary>Lets the process "die" at one write of many: from then on no write and no read gets through. A passing fault fails that one write alone.</summary>
/// <param name="at">The write at which it strikes, from 1; 0 for never.</param>
/// <param name="moment">Whether that write is still done.</param>
/// <param name="strike">What dying is; null when the fault passes.</param>
internal sealed class Fault(int at, FaultMoment moment, Action? strike)
{
    private int writes;

    public int Writes => writes;

    public bool HasStruck { get; private set; }

    public async ValueTask AroundAsync(bool isWrite, Func<ValueTask> operation)
    {
        if (HasStruck && strike is not null) throw new CrashException();
        if (!isWrite || Interlocked.Increment(ref writes) != at)
        {
            await operation();
            return;
        }

        if (moment == FaultMoment.After) await ToItsAnswerAsync(operation);
        if (moment == FaultMoment.During)
        {
            _ = operation().AsTask();
            await Task.Delay(1);
        }

        HasStruck = true;
        strike?.Invoke();
        throw new CrashException();
    }

    /// <summary>An answer that refuses, as where an instance is there already, is one that the dead do not hear either.</summary>
    private static async Task ToItsAnswerAsync(Func<ValueTask> operation)
    {
        try
        {
            await operation();
        }
        catch (StoreConflictException)
        {
            // The store stands as it stood.
        }
    }
}
