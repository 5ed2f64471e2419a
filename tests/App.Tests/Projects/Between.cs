using Azure.Core;
using Azure.Core.Pipeline;

namespace ParisPact.Tests.Projects;

/// <summary>Somebody else is quicker: does something right after the first request that writes to a table was answered.</summary>
internal sealed class Between(string table, Func<Task> act) : HttpPipelinePolicy
{
    private int _done;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Nothing here waits in place.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        var isOurs = message.Request.Method != RequestMethod.Get && message.Request.Uri.Path.Contains($"{table}(", StringComparison.Ordinal);
        if (isOurs && Interlocked.Exchange(ref _done, 1) == 0) await act().ConfigureAwait(false);
    }
}
