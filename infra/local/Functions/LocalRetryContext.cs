using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Local.Functions;

internal sealed class LocalRetryContext(int retryCount, int maxRetryCount) : RetryContext
{
    public static LocalRetryContext None { get; } = new(0, 0);

    public override int RetryCount => retryCount;

    public override int MaxRetryCount => maxRetryCount;
}
