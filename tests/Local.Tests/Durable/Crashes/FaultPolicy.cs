using Azure.Core;
using Azure.Core.Pipeline;

namespace ParisPact.Tests.Durable.Crashes;

/// <summary>The same at every single request to storage, of which one commit may take several.</summary>
internal sealed class FaultPolicy(Fault fault) : HttpPipelinePolicy
{
    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        fault.AroundAsync(message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head, () => ProcessNextAsync(message, pipeline));

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Everything here is asynchronous.");
}
