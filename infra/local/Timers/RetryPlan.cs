using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Local.Timers;

/// <summary>How often and after what delay a failed run is repeated.</summary>
/// <param name="MaxRetryCount">Runs after the first; -1 has no end.</param>
internal sealed record RetryPlan(int MaxRetryCount, TimeSpan Minimum, TimeSpan Maximum)
{
    public static RetryPlan None { get; } = new(0, TimeSpan.Zero, TimeSpan.Zero);

    public static RetryPlan Of(RetryAttribute? attribute) => attribute switch
    {
        null => None,
        FixedDelayRetryAttribute same => new(same.MaxRetryCount, Read(same.DelayInterval), Read(same.DelayInterval)),
        ExponentialBackoffRetryAttribute growing => new(growing.MaxRetryCount, Read(growing.MinimumInterval), Read(growing.MaximumInterval)),
        _ => throw new InvalidOperationException($"{attribute.GetType()} is no retry policy that the host knows."),
    };

    /// <summary>The delay after the run with this retry count (0 is the first run); null when there is no further run.</summary>
    public TimeSpan? DelayAfter(int retryCount)
    {
        if (MaxRetryCount >= 0 && retryCount >= MaxRetryCount)
        {
            return null;
        }

        var delay = Minimum.TotalSeconds * Math.Pow(2, Math.Min(retryCount, 40));
        return Minimum == Maximum ? Minimum : TimeSpan.FromSeconds(Math.Min(delay, Maximum.TotalSeconds));
    }

    private static TimeSpan Read(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
