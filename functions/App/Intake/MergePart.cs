using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Options;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake;

/// <summary>Some consecutive buckets of an upload.</summary>
/// <param name="DryRun">Say what would happen, and change nothing.</param>
internal sealed record UploadPart(string Upload, int FirstBucket, int LastBucket, bool DryRun);

/// <summary>What became of a part, in figures; the rest is staged.</summary>
/// <param name="IsOutdated">Nothing that counts: the file must be read again, whole.</param>
internal sealed record PartMerged(ReceiptCounts Counts, ImmutableArray<RuleCount> Rules, bool IsOutdated = false)
{
    public static PartMerged Outdated => new(default, [], IsOutdated: true);
}

internal sealed class MergePart(UploadBook book, Register register, StagingArea staging, IOptions<Settings> settings)
{
    /// <summary>Enough for whole batches, and few enough that several parts at once fit in memory.</summary>
    private const int ProjectsAtOnce = 1_000;

    /// <summary>
    /// Parts at once in this process: each sends several requests at a time, which keeps the store busy, and holds its projects and their
    /// requests in memory. The runtime would start all parts of all uploads.
    /// </summary>
    private static readonly SemaphoreSlim Room = new(4);

    [Function(nameof(MergePart))]
    public Task<PartMerged> Run([ActivityTrigger] UploadPart part, CancellationToken cancellation) => TransientFailure.Of(async () =>
    {
        await Room.WaitAsync(cancellation);
        try
        {
            return await RunAsync(part, cancellation);
        }
        finally
        {
            Room.Release();
        }
    });

    private async Task<PartMerged> RunAsync(UploadPart part, CancellationToken cancellation)
    {
        var upload = (await book.ReadAsync(part.Upload, cancellation) ?? throw new InvalidOperationException($"Upload {part.Upload} is not in the book.")).Upload;
        // The time at which the file was first seen is the same in every try, and in an intake that is begun again days after a fault.
        var origin = new ChangeOrigin(upload.Id, upload.By, upload.OnBehalf, upload.SeenAt, upload.FileTime);
        // Before the part: where both were cleared already, since this is a late repetition, the part is no proof that the file leaves anything out.
        var named = upload.Mode == UploadMode.Complete ? await staging.ReadNamedAsync(upload.Id, cancellation) : [];
        var result = new PartResult(settings.Value.Intake.ListedProblems);
        var group = new List<(ProjectKey Key, StagedProject Project)>();
        var from = part.FirstBucket;
        await foreach (var project in staging.ReadPartAsync(part.Upload, part.FirstBucket, upload.Partner!.Value, cancellation))
        {
            var key = project.Incoming.Key;
            if (group.Count >= ProjectsAtOnce && key.Bucket > group[^1].Key.Bucket)
            {
                if (!await MergeAsync(from, key.Bucket - 1)) return PartMerged.Outdated;
                from = key.Bucket;
            }

            group.Add((key, project));
        }

        if (!await MergeAsync(from, part.LastBucket)) return PartMerged.Outdated;
        await staging.WriteAsync(StagingArea.Outcomes(part.Upload, part.FirstBucket), result.Outcomes(), cancellation);
        if (result.HasProblems) await staging.WriteAsync(StagingArea.PartProblems(part.Upload, part.FirstBucket), result.Problems(), cancellation);
        return result.Figures();

        async Task<bool> MergeAsync(int first, int last)
        {
            if (group.Count == 0 && upload.Mode != UploadMode.Complete) return true;
            group.Sort((left, right) => left.Key.CompareTo(right.Key));
            var projects = group.ConvertAll(entry => entry.Project.Incoming);
            var request = new MergeRequest(
                upload.Partner!.Value, origin, first, last, projects, upload.Mode == UploadMode.Complete, named, part.DryRun);
            var merged = await register.MergeAsync(request, cancellation);
            if (merged.IsOutdated) return false;
            result.Add(group.ConvertAll(entry => entry.Project), merged);
            group.Clear();
            return true;
        }
    }
}

internal static class MergePartCall
{
    extension(TaskOrchestrationContext context)
    {
        /// <summary>All parts of an upload at once.</summary>
        public Task<PartMerged[]> MergePartsAsync(string upload, int parts, bool dryRun)
        {
            var buckets = ProjectKey.Buckets / parts;
            return Task.WhenAll(Enumerable.Range(0, parts).Select(part => context.CallActivityAsync<PartMerged>(
                nameof(MergePart),
                new UploadPart(upload, part * buckets, ((part + 1) * buckets) - 1, dryRun),
                Retries.OfTransientFailures)));
        }
    }
}
