using Azure.Core;
using Azure.Core.Pipeline;

namespace ParisPact.Tests.Projects;

/// <summary>The process ends at its n-th writing request: before the request goes out, or after it was done and before its answer is seen. Nothing goes out afterwards.</summary>
/// <param name="at">From 1; 0 never.</param>
internal sealed class Fault(int at, bool afterwards) : HttpPipelinePolicy
{
    private int _writes;
    private volatile bool _isDead;

    /// <summary>Requests before this do not count.</summary>
    public bool IsArmed { get; set; }

    public int Writes => _writes;

    public bool HasHappened => _isDead;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Nothing here waits in place.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (_isDead) throw new EndOfProcessException();
        var isOurs = IsArmed && message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head && Interlocked.Increment(ref _writes) == at;
        if (isOurs && !afterwards) End();
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        if (isOurs) End();
    }

    private void End()
    {
        _isDead = true;
        throw new EndOfProcessException();
    }
}

internal sealed class EndOfProcessException : Exception;
