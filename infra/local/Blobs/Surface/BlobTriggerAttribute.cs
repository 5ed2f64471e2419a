using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function for every blob that matches a path, once for each of the blob's ETags.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    /// <summary>A container and a pattern: <c>uploads/{name}</c>. Each <c>{x}</c> takes as much as it can, slashes too.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>The setting that holds the connection; null is <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }

    public BlobTriggerSource Source { get; set; }
}
