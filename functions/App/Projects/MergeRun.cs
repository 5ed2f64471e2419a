using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Projects;

/// <summary>One run of a request: what is known of its outcome so far, and how many requests go at once.</summary>
internal sealed class MergeRun(MergeRequest request) : IDisposable
{
    private readonly SemaphoreSlim _lanes = new(ProjectRows.Lanes);
    private readonly RecordOutcome?[] _outcomes = new RecordOutcome?[request.Projects.Count];
    private readonly List<(ProjectKey Key, RecordOutcome Outcome)> _withdrawn = [];
    private readonly List<(int Index, Problem Problem)> _problems = [];
    private readonly Lock _gate = new();

    public MergeRequest Request { get; } = request;

    public List<MergeRecord> Renamed { get; } = [];

    public bool IsOutdated { get; set; }

    public async Task<T> InLaneAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _lanes.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _lanes.Release();
        }
    }

    public void Take(BucketPlan plan)
    {
        lock (_gate)
        {
            foreach (var (index, outcome) in plan.Outcomes) _outcomes[index] = outcome;
            _withdrawn.AddRange(plan.Withdrawn);
            _problems.AddRange(plan.Problems);
            Renamed.AddRange(plan.Renamed);
        }
    }

    public MergeResult Result() => new(
        [.. _outcomes.Select(static outcome => outcome ?? throw new InvalidOperationException("A record without an outcome.")), .. _withdrawn.OrderBy(static each => each.Key).Select(static each => each.Outcome)],
        [.. _problems.OrderBy(static each => each.Index).ThenBy(static each => each.Problem.Message, StringComparer.Ordinal).Select(static each => each.Problem)]);

    public void Dispose() => _lanes.Dispose();
}
