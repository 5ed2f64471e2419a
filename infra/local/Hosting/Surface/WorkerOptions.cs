using Azure.Core.Serialization;

namespace Microsoft.Azure.Functions.Worker;

public class WorkerOptions
{
    /// <summary>Reads and writes the inputs and outputs of activities and orchestrations; null is System.Text.Json, reading without regard to case.</summary>
    public ObjectSerializer? Serializer { get; set; }
}
