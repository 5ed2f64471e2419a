using System.Collections.Immutable;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Problems that concern a column as a whole: each is reported once for the table, at the first cell that shows it.</summary>
internal sealed class ColumnProblems(string? sheet)
{
    private readonly HashSet<(int Column, string Rule)> _said = [];
    private readonly List<Problem> _problems = [];

    /// <summary>True until the problem has been reported, so that its message need not be made again.</summary>
    public bool IsNew(HeaderColumn column, string rule) => !_said.Contains((column.Index, rule));

    public void Report(HeaderColumn column, string rule, string message, string? suggestion, int line)
    {
        if (_said.Add((column.Index, rule))) _problems.Add(new Problem(new Position(sheet, line, column.Name), rule, Severity.Warning, message, suggestion));
    }

    public void Add(Problem problem) => _problems.Add(problem);

    /// <summary>What was reported since the last time.</summary>
    public ImmutableArray<Problem> Take()
    {
        if (_problems.Count == 0) return [];
        var taken = _problems.ToImmutableArray();
        _problems.Clear();
        return taken;
    }
}
