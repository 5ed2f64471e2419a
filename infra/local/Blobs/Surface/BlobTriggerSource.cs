namespace Microsoft.Azure.Functions.Worker;

/// <summary>How new blobs are noticed in Azure. Here the container is always watched.</summary>
public enum BlobTriggerSource
{
    LogsAndContainerScan = 0,
    EventGrid = 1,
}
