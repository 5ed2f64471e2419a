using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake;

/// <summary>What the register said of a part, put back into the order of the file.</summary>
internal sealed class PartResult(int listedProblems)
{
    private readonly List<StagedOutcome> _outcomes = [];
    private readonly List<StagedProblem> _problems = [];
    private readonly RuleTally _tally = new();

    /// <param name="projects">In the order of the request.</param>
    public void Add(IReadOnlyList<StagedProject> projects, MergeResult merged)
    {
        var places = new Dictionary<(string?, int?), StagedProject>();
        for (var at = 0; at < merged.Records.Length; at++)
        {
            _outcomes.Add(new StagedOutcome(at < projects.Count ? projects[at].Number : int.MaxValue, merged.Records[at]));
            if (at < projects.Count) places.TryAdd((projects[at].Incoming.Sheet, projects[at].Incoming.Line), projects[at]);
        }

        foreach (var problem in merged.Problems)
        {
            var listed = _problems.Count < listedProblems;
            _tally.Add(problem, listed);
            if (!listed) continue;
            var of = places.GetValueOrDefault((problem.At.Sheet, problem.At.Line));
            _problems.Add(new StagedProblem(of?.Number ?? int.MaxValue, of?.Incoming.Reference.AsWritten, problem));
        }
    }

    public bool HasProblems => _problems.Count > 0;

    public IEnumerable<StagedOutcome> Outcomes() => _outcomes.OrderBy(outcome => outcome.Number).ThenBy(outcome => outcome.Record.Reference, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<StagedProblem> Problems() => _problems.OrderBy(problem => problem.Number);

    public PartMerged Figures() => new(ReceiptCounts.Of(_outcomes.Select(outcome => outcome.Record.Outcome)), _tally.Counts());
}
