using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ParisPact.Functions.Intake;

/// <summary>The first door: a file that somebody dropped at <c>uploads/{partner}/…</c>.</summary>
internal sealed class IngestDroppedFile(UploadStart start)
{
    [Function(nameof(IngestDroppedFile))]
    public Task Run(
        [BlobTrigger("uploads/{name}", Connection = "Data")] BlobClient blob,
        string name,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) => start.StartAsync(name, durable, cancellation);
}
