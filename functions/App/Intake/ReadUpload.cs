using System.Collections.Immutable;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Options;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake;

/// <param name="Whole">Stage everything that the file says, also what seems to stand in the register just so.</param>
internal sealed record UploadReading(string Upload, bool Whole);

/// <summary>What the file holds, in figures; the rest is staged.</summary>
/// <param name="Refusal">Why it is refused as a whole; null where it may be merged.</param>
/// <param name="Parts">How many parts are staged: 1 or <see cref="BucketFiles.Parts"/>.</param>
internal sealed record UploadRead(
    string? Format, string? Refusal, UploadMode Mode, bool DryRun, int? Confirm, int Accepted, int Rejected, int Parts, ImmutableArray<RuleCount> Rules);

internal sealed class ReadUpload(
    Storage storage,
    UploadBook book,
    PartnerDirectory partners,
    Register register,
    ColumnMappings mappings,
    FileReaders readers,
    StagingArea staging,
    IOptions<Settings> settings)
{
    /// <summary>A smaller file is staged whole: it costs less than to ask what stands.</summary>
    private const long WorthAsking = 256 * 1024;

    /// <summary>Reads the file once, from beginning to end, and stages its projects, its refused records and its problems.</summary>
    [Function(nameof(ReadUpload))]
    public Task<UploadRead> Run([ActivityTrigger] UploadReading reading, CancellationToken cancellation) => TransientFailure.Of(async () =>
    {
        var upload = (await book.ReadAsync(reading.Upload, cancellation) ?? throw new InvalidOperationException($"Upload {reading.Upload} is not in the book.")).Upload;
        var renamed = upload.Partner is { } partner ? await register.RenamedAsync(partner, cancellation) : null;
        var standing = !reading.Whole && upload.Size >= WorthAsking && upload.Partner is { } owner ? register.StandingAsync(owner, upload.SeenAt, cancellation) : null;
        await using var stage = new StagedReading(upload.Id, settings.Value.Intake.ListedProblems, upload.Mode == UploadMode.Complete, renamed, standing);
        await using var file = await OpenAsync(upload, stage, cancellation);
        string? format = null;
        if (file is not null)
        {
            var mapping = await mappings.OfAsync(upload.Partner!.Value, cancellation);
            var context = new ReadingContext(upload.Partner!.Value, upload.File, DateOnly.FromDateTime(upload.SeenAt.UtcDateTime), mapping);
            var names = new KnownNames((await partners.AllAsync(cancellation)).Select(static listed => listed.Partner));
            var found = readers.Open(file, context, cancellation);
            format = found.Format;
            await foreach (var record in found.Records.WithCancellation(cancellation)) await stage.AddAsync(names.Settle(record));
            if (stage.Refusal is null && stage.Records == 0) await stage.AddAsync(Fatal("file.no-records", "The file holds no project.", Expected(format)));
        }

        var parts = await stage.UploadAsync(staging, cancellation);
        return new UploadRead(format, stage.Refusal, upload.Mode, upload.DryRun, upload.Confirm, stage.Accepted, stage.Rejected, parts, stage.Rules);
    });

    /// <summary>The file in a temporary copy; null, with the reason staged, where it will not be read.</summary>
    private async Task<Stream?> OpenAsync(Upload upload, StagedReading stage, CancellationToken cancellation)
    {
        if (upload.Partner is not { } partner || await partners.FindAsync(partner, cancellation) is null)
        {
            var folder = upload.FolderAsWritten;
            await stage.AddAsync(folder.Length == 0
                ? Fatal("partner.missing", "The file lies in no partner's folder.", "Put it into the folder that bears your partner's id.")
                : Fatal("partner.unknown", $"There is no partner “{Excerpt.Of(folder)}” in the directory.", "Check the folder's name, or ask the secretariat to enter the partner."));
            return null;
        }

        if (upload.Size == 0)
        {
            await stage.AddAsync(Fatal("file.empty", "The file is empty.", "Save it again, and check that it is not empty before you send it."));
            return null;
        }

        if (upload.Size > settings.Value.Intake.LargestFileMegabytes * 1_048_576L)
        {
            await stage.AddAsync(Fatal("file.too-large", $"The file is larger than {settings.Value.Intake.LargestFileMegabytes} MB.", "Send it in several files; each adds to what is there."));
            return null;
        }

        return await CopyAsync(upload, stage, cancellation);
    }

    private async Task<Stream?> CopyAsync(Upload upload, StagedReading stage, CancellationToken cancellation)
    {
        var blob = (await storage.ContainerAsync(Upload.Container)).GetBlobClient(upload.Blob);
        var copy = TemporaryFile.Create();
        try
        {
            await blob.DownloadToAsync(copy, new BlobDownloadToOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag(upload.ETag) } }, cancellation);
            copy.Position = 0;
            return copy;
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 412)
        {
            await copy.DisposeAsync();
            await stage.AddAsync(gone.Status == 404
                ? Fatal("file.gone", "The file was removed before it could be read.", "Send it again.")
                : Fatal("file.replaced", "The file was replaced by a newer one before it could be read.", "The newer one has a receipt of its own."));
            return null;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    private static string Expected(string? format) => format switch
    {
        "iati" => "An IATI activity file has an iati-activity for each project.",
        "json" => "See the JSON Schema of project files for what is expected: each project is an object in an array.",
        _ => "Each project is a row under the header; see the template at /api/templates/projects.xlsx.",
    };

    private static RecordRead Fatal(string rule, string message, string suggestion) =>
        RecordRead.OfFile(new Problem(Position.File, rule, Severity.Fatal, message, suggestion));
}

internal static class ReadUploadCall
{
    extension(TaskOrchestrationContext context)
    {
        public Task<UploadRead> ReadUploadAsync(string upload, bool whole) =>
            context.CallActivityAsync<UploadRead>(nameof(ReadUpload), new UploadReading(upload, whole), Retries.OfTransientFailures);
    }
}

