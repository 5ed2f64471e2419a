using System.Collections.Immutable;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Receipts;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake;

/// <summary>Some uploads of a partner in which a project is to be forgotten.</summary>
internal sealed record ForgetPage(string Partner, ImmutableArray<string> Rows, string? After);

/// <param name="AtWork">How many of the uploads are still at work.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
internal sealed record Forgotten(int AtWork, string? Next);

/// <summary>
/// Looks through receipts one by one: only they say which files held a project, changed or not. A file that held it is deleted, and so is
/// every file that was refused as a whole, since of those nobody can tell. A second run finds nothing more.
/// </summary>
internal sealed class ForgetInUploads(Storage storage, UploadBook book, StagingArea staging, ReceiptSources sources, ReceiptFiles files)
{
    private const int UploadsAtOnce = 20;

    [Function(nameof(ForgetInUploads))]
    public Task<Forgotten> Run([ActivityTrigger] ForgetPage page, CancellationToken cancellation) => TransientFailure.Of(async () =>
    {
        var (entries, next) = await book.ListAsync(page.Partner, UploadsAtOnce, page.After, cancellation);
        var atWork = 0;
        foreach (var entry in entries)
        {
            if (entry.Busy) atWork++;
            else await ForgetAsync(entry, page.Rows, cancellation);
        }

        return new Forgotten(atWork, next);
    });

    private async Task ForgetAsync(UploadEntry entry, ImmutableArray<string> rows, CancellationToken cancellation)
    {
        var (upload, removed) = (entry.Upload, 0);
        await foreach (var record in sources.ReadRecordsAsync(upload, cancellation))
            if (IsIt(record.Record.Reference, rows)) removed++;
        var problems = await sources.ReadProblemsAsync(upload, cancellation).ToListAsync(cancellation);
        var concerned = problems.Exists(problem => IsIt(problem.Reference, rows));
        var unsearchable = entry.Receipt.State == ReceiptState.Refused;
        if (removed == 0 && !concerned && !unsearchable) return;

        await staging.DeleteAsync(upload.Id, cancellation);
        await (await storage.ContainerAsync(Upload.Container)).GetBlobClient(upload.Blob)
            .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        if (removed == 0 && !concerned) return;

        // Rewritten beside, then put in place: what is read must not be what is being written.
        var kept = await sources.ReadRecordsAsync(upload, cancellation).Where(record => !IsIt(record.Record.Reference, rows)).ToListAsync(cancellation);
        await sources.WriteAsync(ReceiptSources.Records(upload), kept.ToAsyncEnumerable(), cancellation);
        await sources.WriteAsync(ReceiptSources.Problems(upload), problems.Where(problem => !IsIt(problem.Reference, rows)).ToAsyncEnumerable(), cancellation);
        var receipt = entry.Receipt with { Removed = entry.Receipt.Removed + Math.Max(removed, 1) };
        var pages = await files.WriteAsync(upload, receipt, cancellation);
        await book.SaveAsync(entry with { Receipt = receipt, Pages = pages }, cancellation);
    }

    private static bool IsIt(string? reference, ImmutableArray<string> rows) =>
        ProjectReference.From(reference) is { } found && rows.Contains(ProjectKey.Of(PartnerId.Parse("any"), found).Row);
}

internal static class ForgetInUploadsCall
{
    extension(TaskOrchestrationContext context)
    {
        public Task<Forgotten> ForgetInUploadsAsync(ForgetPage page) =>
            context.CallActivityAsync<Forgotten>(nameof(ForgetInUploads), page, Retries.OfTransientFailures);
    }
}
