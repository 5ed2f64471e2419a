using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>The problems of one activity. Of one rule the first twenty are listed, the others counted: a hundred transactions with the same mistake are one thing to mend.</summary>
internal sealed class ProblemList
{
    private const int ListedOfARule = 20;

    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public bool HasError { get; private set; }

    public void Add(Problem problem)
    {
        HasError |= problem.Severity >= Severity.Error;
        var count = _counts[problem.Rule] = _counts.GetValueOrDefault(problem.Rule) + 1;
        if (count <= ListedOfARule) _problems.Add(problem);
    }

    public void Add(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems) Add(problem);
    }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<Problem> Listed(Position activity)
    {
        foreach (var (rule, count) in _counts.Where(pair => pair.Value > ListedOfARule))
        {
            var severity = _problems.First(problem => problem.Rule == rule).Severity;
            var more = (count - ListedOfARule).ToString("N0", CultureInfo.InvariantCulture);
            _problems.Add(new Problem(activity, rule, severity, $"In this activity the same is found in {more} more places.", null));
        }

        return [.. _problems.OrderBy(problem => problem.At.Line ?? 0)];
    }
}
