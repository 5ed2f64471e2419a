using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Options;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Receipts;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake;

/// <summary>What reading and merging came to.</summary>
internal sealed record UploadFindings(string Upload, UploadRead Read, ImmutableArray<PartMerged> Parts, DateTimeOffset At);

internal sealed class WriteReceipt(UploadBook book, StagingArea staging, ReceiptSources sources, ReceiptFiles files, IOptions<Settings> settings)
{
    /// <summary>Writes the receipt in its three forms, closes the upload in the book, and clears what was staged.</summary>
    [Function(nameof(WriteReceipt))]
    public Task<string> Run([ActivityTrigger] UploadFindings findings, CancellationToken cancellation) => TransientFailure.Of(async () =>
    {
        var entry = await book.ReadAsync(findings.Upload, cancellation) ?? throw new InvalidOperationException($"Upload {findings.Upload} is not in the book.");
        // A second try after the first one was all but done: what was staged may be gone already, or may still lie there.
        if (!entry.Busy)
        {
            await staging.DeleteAsync(findings.Upload, cancellation);
            return entry.Receipt.Sentence;
        }

        var (problems, rules) = await ProblemsAsync(findings, cancellation);
        var refused = findings.Read.Refusal is not null;
        var receipt = entry.Receipt with
        {
            State = refused ? ReceiptState.Refused : ReceiptState.Done,
            Format = findings.Read.Format,
            FinishedAt = findings.At,
            Counts = refused ? default : findings.Parts.Aggregate(new ReceiptCounts(0, 0, 0, findings.Read.Rejected, 0), (sum, part) => sum + part.Counts),
            Rules = rules,
            Refusal = findings.Read.Refusal,
        };
        await sources.WriteAsync(ReceiptSources.Problems(entry.Upload), problems.ToAsyncEnumerable(), cancellation);
        await using var records = sources.BeginRecords(entry.Upload);
        var pages = await files.WriteAsync(entry.Upload, receipt, problems, records.Kept(RecordsAsync(findings, cancellation)), cancellation);
        await records.UploadAsync(cancellation);
        await book.SaveAsync(new UploadEntry(entry.Upload, receipt, pages, Busy: false), cancellation);
        await staging.DeleteAsync(findings.Upload, cancellation);
        return receipt.Sentence;
    });

    /// <summary>What refuses the file first, then in the order of the file; as many as a receipt lists, and the counts of all.</summary>
    private async Task<(List<StagedProblem> Listed, ImmutableArray<RuleCount> Rules)> ProblemsAsync(UploadFindings findings, CancellationToken cancellation)
    {
        var tally = new RuleTally();
        tally.AddCounts(findings.Read.Rules);
        foreach (var part in findings.Parts) tally.AddCounts(part.Rules);
        var found = await staging.ReadAsync<StagedProblem>(StagingArea.Problems(findings.Upload), cancellation).ToListAsync(cancellation);
        if (findings.Read.Refusal is { } refusal && !found.Exists(problem => problem.Problem.Severity == Severity.Fatal))
        {
            var problem = new Problem(Position.File, "file.withdraws-most", Severity.Fatal, refusal);
            found.Add(new StagedProblem(-1, null, problem));
            tally.Add(problem, listed: false);
        }

        foreach (var (first, part) in FirstBuckets(findings).Zip(findings.Parts))
        {
            // Only where there are any: a part without problems does not write them, and an earlier run of it may have left its own.
            if (part.Rules.IsEmpty) continue;
            await foreach (var problem in staging.ReadAsync<StagedProblem>(StagingArea.PartProblems(findings.Upload, first), cancellation)) found.Add(problem);
        }

        var listed = found
            .OrderByDescending(problem => problem.Problem.Severity == Severity.Fatal)
            .ThenBy(problem => problem.Number)
            .Take(settings.Value.Intake.ListedProblems)
            .ToList();
        foreach (var problem in listed) tally.List(problem.Problem);
        return (listed, tally.Counts());
    }

    /// <summary>Joins the parts, each of which is in the order of the file, and the refused records into that order.</summary>
    private async IAsyncEnumerable<StagedOutcome> RecordsAsync(UploadFindings findings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (findings.Read.Refusal is not null) yield break;
        string[] names = [StagingArea.Refused(findings.Upload), .. FirstBuckets(findings).Select(first => StagingArea.Outcomes(findings.Upload, first))];
        var waiting = new PriorityQueue<IAsyncEnumerator<StagedOutcome>, (int, string)>();
        var open = new List<IAsyncEnumerator<StagedOutcome>>();
        try
        {
            foreach (var name in names) open.Add(staging.ReadAsync<StagedOutcome>(name, cancellation).GetAsyncEnumerator(cancellation));
            foreach (var source in open)
                if (await source.MoveNextAsync()) waiting.Enqueue(source, Order(source.Current));
            while (waiting.TryDequeue(out var next, out _))
            {
                yield return next.Current;
                if (await next.MoveNextAsync()) waiting.Enqueue(next, Order(next.Current));
            }
        }
        finally
        {
            foreach (var source in open) await source.DisposeAsync();
        }
    }

    private static IEnumerable<int> FirstBuckets(UploadFindings findings) =>
        Enumerable.Range(0, findings.Parts.Length).Select(part => part * (ProjectKey.Buckets / findings.Parts.Length));

    private static (int, string) Order(StagedOutcome outcome) => (outcome.Number, outcome.Number == int.MaxValue ? outcome.Record.Reference ?? "" : "");
}

internal static class WriteReceiptCall
{
    extension(TaskOrchestrationContext context)
    {
        /// <returns>The receipt's sentence.</returns>
        public Task<string> WriteReceiptAsync(UploadFindings findings) =>
            context.CallActivityAsync<string>(nameof(WriteReceipt), findings, Retries.OfTransientFailures);
    }
}
