using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ParisPact.Functions.Intake;

/// <summary>Takes in what an event was lost for: every dropped file without a receipt, and every intake that nothing works on any more.</summary>
internal sealed class SweepUploads(UploadSweep sweep)
{
    [Function(nameof(SweepUploads))]
    public Task Run([TimerTrigger("0 */10 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        sweep.RunAsync(durable, cancellation);
}
