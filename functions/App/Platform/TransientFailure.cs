using Azure;

namespace ParisPact.Functions.Platform;

/// <summary>Something outside failed that a later try may find well again. The only failure that is tried again.</summary>
internal sealed class TransientFailure(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Runs a step of work; what storage could not do just now becomes a <see cref="TransientFailure"/>.</summary>
    public static async Task<T> Of<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (RequestFailedException hiccup) when (IsHiccup(hiccup))
        {
            throw new TransientFailure($"Storage answered {hiccup.Status} {hiccup.ErrorCode}.", hiccup);
        }
        catch (OperationCanceledException ended)
        {
            // Nobody gives a step up: storage took too long over an answer, or the instance that does the work is being taken away.
            // Without the cause: the worker reports what a cancellation caused as cancelled, and the orchestration would not learn its kind.
            throw new TransientFailure($"The step was cut short: {ended.Message}");
        }
        catch (AggregateException hiccups) when (hiccups.InnerExceptions.All(static inner => inner is OperationCanceledException || (inner is RequestFailedException failed && IsHiccup(failed))))
        {
            throw new TransientFailure("Storage did not answer, several times over.", hiccups);
        }
    }

    /// <summary>0 is no answer at all; 409 covers what storage is just doing to the same blob.</summary>
    private static bool IsHiccup(RequestFailedException failure) =>
        failure.Status is 0 or 408 or 429 or >= 500 || failure.ErrorCode is "ContainerBeingDeleted" or "TableBeingDeleted";
}
