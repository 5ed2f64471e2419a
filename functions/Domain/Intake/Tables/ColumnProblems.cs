using System.Collections.Immutable;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Problems that concern a column as a whole: each is reported once for the table, at the first cell that shows it.</summary>
internal sealed class ColumnProblems(string? sheet)
{
    private readonly HashSet<(int Column, string Rule)> _said = [];
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<(int Column, string Rule), Counted> _counted = [];

    /// <summary>True until the problem has been reported, so that its message need not be made again.</summary>
    public bool IsNew(HeaderColumn column, string rule) => !_said.Contains((column.Index, rule));

    public void Report(HeaderColumn column, string rule, string message, string? suggestion, int line)
    {
        if (_said.Add((column.Index, rule))) _problems.Add(new Problem(new Position(sheet, line, column.Name), rule, Severity.Warning, message, suggestion));
    }

    /// <summary>Counts what is said once, with the number of times, when the table has ended: see <see cref="Close"/>.</summary>
    public void Count(HeaderColumn column, string rule, Func<HeaderColumn, int, string> message, string? suggestion, int line)
    {
        if (_counted.TryGetValue((column.Index, rule), out var counted)) _counted[(column.Index, rule)] = counted with { Times = counted.Times + 1 };
        else _counted[(column.Index, rule)] = new Counted(column, message, suggestion, line, 1);
    }

    /// <summary>Reports what was counted: the table has no more rows.</summary>
    public void Close()
    {
        foreach (var ((_, rule), counted) in _counted) Report(counted.Column, rule, counted.Message(counted.Column, counted.Times), counted.Suggestion, counted.Line);
        _counted.Clear();
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

    private sealed record Counted(HeaderColumn Column, Func<HeaderColumn, int, string> Message, string? Suggestion, int Line, int Times);
}
