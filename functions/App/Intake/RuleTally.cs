using System.Collections.Immutable;
using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake;

/// <summary>Counts how often each rule spoke, and how much of that is listed one by one.</summary>
internal sealed class RuleTally
{
    private readonly Dictionary<(string Rule, Severity Severity), (int Count, int Listed)> _rules = [];

    public void Add(Problem problem, bool listed)
    {
        var (count, shown) = _rules.GetValueOrDefault((problem.Rule, problem.Severity));
        _rules[(problem.Rule, problem.Severity)] = (count + 1, shown + (listed ? 1 : 0));
    }

    /// <summary>Counts of another tally, none of them listed so far.</summary>
    public void AddCounts(IEnumerable<RuleCount> rules)
    {
        foreach (var rule in rules)
        {
            var (count, shown) = _rules.GetValueOrDefault((rule.Rule, rule.Severity));
            _rules[(rule.Rule, rule.Severity)] = (count + rule.Count, shown);
        }
    }

    public void List(Problem problem)
    {
        var (count, shown) = _rules.GetValueOrDefault((problem.Rule, problem.Severity));
        _rules[(problem.Rule, problem.Severity)] = (count, shown + 1);
    }

    public ImmutableArray<RuleCount> Counts() =>
    [
        .. _rules.Select(pair => new RuleCount(pair.Key.Rule, pair.Key.Severity, pair.Value.Count, pair.Value.Listed))
            .OrderByDescending(rule => rule.Severity).ThenByDescending(rule => rule.Count).ThenBy(rule => rule.Rule, StringComparer.Ordinal),
    ];
}
