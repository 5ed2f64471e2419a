using System.Collections.Immutable;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake;

/// <summary>
/// Sorts what a reader gives: projects that may be merged, records that are refused, and all problems. Only the problems that the receipt
/// lists are kept in memory, and of every reference a fingerprint.
/// </summary>
/// <param name="complete">What the file leaves out is to be withdrawn: what it names is staged as well.</param>
/// <param name="renamed">Former references of the partner's projects: a record under one is taken as the project of today.</param>
/// <param name="standing">As for <see cref="BucketFiles"/>.</param>
internal sealed class StagedReading(string upload, int listedProblems, bool complete, RenamedReferences? renamed = null, Task<Standing>? standing = null) : IAsyncDisposable
{
    private readonly BucketFiles _projects = new(standing);
    private readonly FileStream _refusedFile = TemporaryFile.Create();
    private readonly Dictionary<UInt128, (string? Sheet, int? Line)> _seen = [];
    private readonly List<StagedProblem> _listed = [];
    private readonly RuleTally _tally = new();
    private Stream? _refused;

    public int Records { get; private set; }

    public int Accepted { get; private set; }

    public int Rejected { get; private set; }

    /// <summary>The first reason to refuse the file as a whole; null while there is none.</summary>
    public string? Refusal { get; private set; }

    public ImmutableArray<RuleCount> Rules => _tally.Counts();

    public async ValueTask AddAsync(RecordRead record)
    {
        if (record.IsOfFile)
        {
            foreach (var problem in record.Problems) Note(new StagedProblem(-1, null, problem));
            return;
        }

        var number = Records++;
        record = UnderPresentReference(record);
        var problems = record.Problems;
        var repeated = Repeated(record);
        if (repeated is not null) problems = problems.Add(repeated);
        problems = TellingOfRefusal(problems);
        foreach (var problem in problems) Note(new StagedProblem(number, record.Reference, problem));
        if (record.Project is { } project && !problems.Any(problem => problem.Severity >= Severity.Error))
        {
            Accepted++;
            await _projects.AddAsync(number, record.At.Sheet, record.At.Line, project);
            return;
        }

        Rejected++;
        JsonLines.Write(
            _refused ??= JsonLines.Compress(_refusedFile, leaveOpen: true),
            new StagedOutcome(number, new RecordOutcome(record.Reference, Outcome.Rejected, [], record.At.Sheet, record.At.Line)));
    }

    /// <summary>Uploads everything; nothing but the problems where the file is refused as a whole.</summary>
    /// <returns>How many parts of projects there are.</returns>
    public async Task<int> UploadAsync(StagingArea staging, CancellationToken cancellation)
    {
        await staging.WriteAsync(StagingArea.Problems(upload), _listed, cancellation);
        if (Refusal is not null) return 0;
        if (_refused is not null)
        {
            await _refused.DisposeAsync();
            _refusedFile.Position = 0;
            await staging.UploadAsync(StagingArea.Refused(upload), _refusedFile, cancellation);
        }

        if (complete) await staging.WriteNamedAsync(upload, _seen.Keys, cancellation);
        return await _projects.UploadAsync(staging, upload, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _projects.DisposeAsync();
        if (_refused is not null) await _refused.DisposeAsync();
        await _refusedFile.DisposeAsync();
    }

    /// <summary>Before the records are sorted into buckets, since the present reference lies in another.</summary>
    private RecordRead UnderPresentReference(RecordRead record)
    {
        if (record.Project is not { } project || renamed is null or { IsEmpty: true }) return record;
        var present = renamed.Present(project.Reference);
        if (present.Equals(project.Reference)) return record;
        var (former, now) = (Excerpt.Of(project.Reference.AsWritten), Excerpt.Of(present.AsWritten));
        var problem = new Problem(
            record.At, "reference.renamed", Severity.Warning, $"“{former}” is a former reference of “{now}” and was taken as that project.", $"Write “{now}”.");
        return record with { Project = project with { Reference = present }, Problems = record.Problems.Add(problem) };
    }

    /// <summary>The first record of a reference counts, even one that is refused for something else: which of two is right, only the partner can say.</summary>
    private Problem? Repeated(RecordRead record)
    {
        if ((record.Project?.Reference ?? ProjectReference.From(record.Reference)) is not { } reference) return null;
        var fingerprint = ProjectKey.FingerprintOf(reference);
        if (_seen.TryAdd(fingerprint, (record.At.Sheet, record.At.Line))) return null;
        var (sheet, line) = _seen[fingerprint];
        var place = line is { } at ? sheet is null || sheet == record.At.Sheet ? $"in line {at}" : $"in line {at} of sheet {Excerpt.Of(sheet)}" : "before";
        return new Problem(
            record.At,
            "reference.repeated",
            Severity.Error,
            $"The reference “{Excerpt.Of(reference.AsWritten)}” stands {place} already. The first counts; this one is refused.",
            "Give each project its own reference, or remove one of the two.");
    }

    /// <summary>Warnings say what is kept; where an error refuses the record, nothing of it is, and the error says so.</summary>
    private static ImmutableArray<Problem> TellingOfRefusal(ImmutableArray<Problem> problems)
    {
        var error = problems.FirstOrDefault(problem => problem.Severity >= Severity.Error);
        return error is null || !problems.Any(problem => problem.Severity == Severity.Warning) ? problems
            : problems.Replace(error, error with { Message = error.Message + " Nothing of the record is taken in." });
    }

    private void Note(StagedProblem problem)
    {
        if (problem.Problem.Severity == Severity.Fatal) Refusal ??= problem.Problem.Message;
        // What refuses the whole file is listed, however many other problems stand before it.
        var listed = _listed.Count < listedProblems || (problem.Problem.Severity == Severity.Fatal && _listed.Count < 2 * listedProblems);
        // Without the subject, which would be one more place that holds what the file says.
        if (listed) _listed.Add(problem with { Problem = problem.Problem with { Subject = null } });
        _tally.Add(problem.Problem, listed);
    }
}
