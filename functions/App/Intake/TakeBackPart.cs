using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake;

/// <summary>Some consecutive buckets of an upload that is taken back.</summary>
internal sealed record PartToTakeBack(TakeBackOrder Order, DateTimeOffset At, int FirstBucket, int LastBucket);

internal sealed class TakeBackPart(UploadBook book, Register register)
{
    [Function(nameof(TakeBackPart))]
    public Task<ReceiptCounts> Run([ActivityTrigger] PartToTakeBack part, CancellationToken cancellation) => TransientFailure.Of(async () =>
    {
        var upload = (await book.ReadAsync(part.Order.Upload, cancellation) ?? throw new InvalidOperationException($"Upload {part.Order.Upload} is not in the book.")).Upload;
        var origin = new ChangeOrigin(null, part.Order.By, part.Order.OnBehalf, part.At, part.At, Reverts: upload.Id);
        var result = await register.TakeBackAsync(
            new TakeBackRequest(upload.Partner!.Value, upload.Id, origin, part.FirstBucket, part.LastBucket, CheckOnly: false), cancellation);
        return result is TakeBackResult.Done done ? ReceiptCounts.Of(done.Records.Select(record => record.Outcome)) : default;
    });
}

internal static class TakeBackPartCall
{
    private const int BucketsOfPart = ProjectKey.Buckets / BucketFiles.Parts;

    extension(TaskOrchestrationContext context)
    {
        /// <summary>All parts at once; a part on which something newer stands is left as it is, and counts nothing.</summary>
        public Task<ReceiptCounts[]> TakeBackPartsAsync(TakeBackOrder order, DateTimeOffset at) =>
            Task.WhenAll(Enumerable.Range(0, BucketFiles.Parts).Select(part => context.CallActivityAsync<ReceiptCounts>(
                nameof(TakeBackPart),
                new PartToTakeBack(order, at, part * BucketsOfPart, ((part + 1) * BucketsOfPart) - 1),
                Retries.OfTransientFailures)));
    }
}
