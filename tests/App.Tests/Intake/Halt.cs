using Azure.Core;
using Azure.Core.Pipeline;

namespace ParisPact.Tests.Intake;

/// <summary>The process comes to its end at its n-th writing request, before it goes out or after it was done: from then on nothing is answered any more.</summary>
/// <param name="at">From 1; 0 never.</param>
internal sealed class Halt(int at, bool afterwards) : HttpPipelinePolicy
{
    private readonly TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _writes;

    public Task Happened => _happened.Task;

    /// <summary>Requests before this do not count.</summary>
    public bool IsArmed { get; set; }

    public int Writes => _writes;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Nothing here waits in place.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var isIt = IsArmed && message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head && Interlocked.Increment(ref _writes) == at;
        if (isIt && !afterwards) _happened.TrySetResult();
        if (!_happened.Task.IsCompleted)
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
            if (!isIt) return;
            _happened.TrySetResult();
        }

        await new TaskCompletionSource().Task.ConfigureAwait(false);
    }
}
