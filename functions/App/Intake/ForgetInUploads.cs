using System.Collections.Immutable;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Receipts;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>Some uploads of a partner in which a project is to be forgotten.</summary>
internal sealed record ForgetPage(string Partner, ImmutableArray<string> Rows, string? After);

/// <param name="AtWork">How many of the uploads are still at work.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="Unsearchable">Uploads whose file holds no text that could be searched: it stays, and a person has to look.</param>
internal sealed record Forgotten(int AtWork, string? Next, ImmutableArray<string> Unsearchable);

/// <summary>
/// Looks through receipts one by one: the project's versions name the uploads that changed it, but a file that only repeated it holds it as
/// well. A file that was refused as a whole is searched itself. Each file that holds the project is deleted, in the version that was taken
/// in and in no newer one; every other file stays. A second run finds nothing more.
/// </summary>
internal sealed class ForgetInUploads(Storage storage, UploadBook book, StagingArea staging, ReceiptSources sources, ReceiptFiles files, FileSearch search)
{
    private const int UploadsAtOnce = 20;

    [Function(nameof(ForgetInUploads))]
    public Task<Forgotten> Run([ActivityTrigger] ForgetPage page, CancellationToken cancellation) => TransientFailure.Of(async () =>
    {
        var (entries, next) = await book.ListAsync(page.Partner, UploadsAtOnce, page.After, cancellation);
        var (atWork, unsearchable) = (0, ImmutableArray.CreateBuilder<string>());
        foreach (var entry in entries)
        {
            if (entry.Busy) atWork++;
            else if (!await ForgetAsync(entry, page.Rows, cancellation)) unsearchable.Add(entry.Upload.Id);
        }

        return new Forgotten(atWork, next, unsearchable.ToImmutable());
    });

    /// <returns>False where nobody can tell whether the file holds it.</returns>
    private async Task<bool> ForgetAsync(UploadEntry entry, ImmutableArray<string> rows, CancellationToken cancellation)
    {
        var (upload, removed) = (entry.Upload, 0);
        await foreach (var record in sources.ReadRecordsAsync(upload, cancellation))
            if (ForgottenText.IsIt(record.Record.Reference, rows)) removed++;
        var problems = await sources.ReadProblemsAsync(upload, cancellation).ToListAsync(cancellation);
        var concerned = problems.Exists(problem => ForgottenText.Concerns(problem, rows));
        var file = removed > 0 || concerned ? FileFinding.Holds
            : entry.Receipt.State == ReceiptState.Refused ? await search.RunAsync(upload, rows, cancellation)
            : FileFinding.Absent;
        if (file != FileFinding.Holds) return file == FileFinding.Absent;

        await staging.DeleteAsync(upload.Id, cancellation);
        await DeleteFileAsync(upload, cancellation);
        if (removed == 0 && !concerned) return true;

        // Rewritten beside, then put in place: what is read must not be what is being written.
        var kept = await sources.ReadRecordsAsync(upload, cancellation).Where(record => !ForgottenText.IsIt(record.Record.Reference, rows)).ToListAsync(cancellation);
        await sources.WriteAsync(ReceiptSources.Records(upload), kept.ToAsyncEnumerable(), cancellation);
        await sources.WriteAsync(ReceiptSources.Problems(upload), problems.Where(problem => !ForgottenText.Concerns(problem, rows)).ToAsyncEnumerable(), cancellation);
        var receipt = entry.Receipt with { Removed = entry.Receipt.Removed + Math.Max(removed, 1) };
        var pages = await files.WriteAsync(upload, receipt, cancellation);
        await book.SaveAsync(entry with { Receipt = receipt, Pages = pages }, cancellation);
        return true;
    }

    private async Task DeleteFileAsync(Upload upload, CancellationToken cancellation)
    {
        try
        {
            await (await storage.ContainerAsync(Upload.Container)).GetBlobClient(upload.Blob).DeleteIfExistsAsync(
                DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = new ETag(upload.ETag) }, cancellation);
        }
        catch (RequestFailedException replaced) when (replaced.Status == 412)
        {
            // A newer file lies there under the same name; it is an upload of its own, and is looked at as such.
        }
    }
}

internal static class ForgetInUploadsCall
{
    extension(TaskOrchestrationContext context)
    {
        public Task<Forgotten> ForgetInUploadsAsync(ForgetPage page) =>
            context.CallActivityAsync<Forgotten>(nameof(ForgetInUploads), page, Retries.OfTransientFailures);
    }
}
