using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ParisPact.Tests.Mail;

/// <summary>Storage that fails for a while.</summary>
internal sealed class Outage : HttpPipelinePolicy
{
    public volatile bool IsOut;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Nothing here waits in place.");

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        IsOut ? throw new RequestFailedException(503, "Storage is out.") : ProcessNextAsync(message, pipeline);
}
