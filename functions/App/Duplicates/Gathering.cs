using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Duplicates.Overlaps;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Duplicates.Verdicts;

namespace ParisPact.Functions.Duplicates;

/// <summary>From what the shards found, what people said and what was found before, to the findings of a night.</summary>
internal sealed class Gathering
{
    /// <summary>What a person's word weighs where groups are made, in bits: more than anything that is found.</summary>
    private const double Word = 20;

    private readonly DuplicatePlan _plan;
    private readonly MatchIndex? _index;
    private readonly VerdictBook _verdicts;
    private readonly FindingsIndex? _before;
    private readonly Dictionary<string, ProjectRecord> _records;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<FoundProject> _projects = [];
    private readonly SortedDictionary<string, Finding> _pairs = new(StringComparer.Ordinal);

    private Gathering(DuplicatePlan plan, IReadOnlyList<ProjectRecord> records, MatchIndex? index, VerdictBook verdicts, FindingsIndex? before)
    {
        (_plan, _index, _verdicts, _before) = (plan, index, verdicts, before);
        _records = records.ToDictionary(static record => record.Key, StringComparer.Ordinal);
    }

    /// <param name="index">Of these records; null where there are no two.</param>
    /// <param name="model">The version of the parameters.</param>
    /// <param name="before">What was found the night before, or earlier this night.</param>
    /// <param name="lessons">What people's verdicts taught the model; null where nothing.</param>
    public static Findings Of(DuplicatePlan plan, IReadOnlyList<ProjectRecord> records, FoundPairs found, MatchIndex? index, DateOnly model, VerdictBook verdicts, FindingsIndex? before, string? lessons)
    {
        var gathering = new Gathering(plan, records, index, verdicts, before);
        foreach (var pair in found.Pairs) gathering.Add(pair);
        var overlaps = OverlapSearch.Of([.. records.Select(ProjectRecords.Subject)], plan.Date, gathering.IsOther);
        foreach (var overlap in overlaps.Pairs) gathering.Add(overlap.First, overlap.Second, PairKind.Overlap, overlap.Weight, overlap.Reasons);
        foreach (var standing in verdicts.Pairs.Values) gathering.AddDecided(standing);
        var figures = new RunFigures(records.Count, plan.Changed, plan.Full, model.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Notes(found, overlaps, lessons));
        var previous = before is null ? (DateOnly?)null : before.Findings.Date == plan.Date ? before.Findings.Previous : before.Findings.Date;
        return new Findings(plan.Date, previous, plan.Run, index is null ? null : figures.Model, figures, [.. gathering._projects], [.. gathering._pairs.Values], index is null ? [] : gathering.Groups(index));
    }

    private void Add(FoundPair pair)
    {
        var declared = ProjectRecords.IsDeclared(_records[pair.Left], _records[pair.Right]);
        if (declared) Add(pair.Left, pair.Right, PairKind.Related, pair.Weight, [new Reason("relation", "one declares the other as its parent, child or sibling", pair.Weight)]);
        else if (pair.Class != MatchClass.Unrelated) Add(pair.Left, pair.Right, pair.Class == MatchClass.Same ? PairKind.Same : PairKind.Related, pair.Weight, []);
    }

    private void Add(string one, string other, PairKind kind, double weight, ImmutableArray<Reason> reasons)
    {
        var (first, second) = PairId.InOrder(one, other);
        var id = PairId.Of(first, second);
        var changes = Changes(_verdicts.Pairs.GetValueOrDefault(id)?.Decision, first, second);
        _pairs[id] = new Finding(id, Place(first), Place(second), kind, weight, _before?.Pair(id)?.FoundOn ?? _plan.Date, reasons, changes.IsEmpty ? null : _verdicts.Pairs[id].Decision!.Id, changes);
    }

    /// <summary>A pair that people decided on is kept in sight: it may have to be looked at again although nothing would find it any more.</summary>
    private void AddDecided(PairStanding standing)
    {
        if (standing.Decision is not { } decision || _pairs.ContainsKey(standing.Pair)) return;
        if (!_records.TryGetValue(standing.First, out var first) || !_records.TryGetValue(standing.Second, out var second)) return;
        var kind = decision.Verdict == PairKind.Unrelated ? PairKind.Same : decision.Verdict;
        var weight = _index is null ? 0 : Weight(_index.Explain(first.Key, second.Key));
        if (decision.Verdict != PairKind.Unrelated || !Changes(decision, first.Key, second.Key).IsEmpty) Add(first.Key, second.Key, kind, weight, []);
    }

    private static double Weight((double Prior, ImmutableArray<Reason> Reasons) explained) => explained.Prior + explained.Reasons.Sum(static reason => reason.Bits);

    private ImmutableArray<string> Changes(PairEvent.Decided? decision, string first, string second)
    {
        if (decision?.Seen is not { } seen || _index is null || (seen.First == _records[first].Version && seen.Second == _records[second].Version)) return [];
        var (_, reasons) = _index.Explain(first, second);
        return Reopening.Of(decision.Verdict, seen, new Sight(_records[first].Version, _records[second].Version, reasons));
    }

    /// <summary>Whether a pair is something else than an overlap: found to be, or said to be.</summary>
    private bool IsOther(string one, string other)
    {
        var id = PairId.Of(one, other);
        return _pairs.ContainsKey(id) || _verdicts.Pairs.GetValueOrDefault(id)?.Decision is { Verdict: not PairKind.Overlap };
    }

    private int Place(string key)
    {
        if (_places.TryGetValue(key, out var place)) return place;
        _places[key] = place = _projects.Count;
        _projects.Add(FoundProject.Of(_records[key]));
        return place;
    }

    /// <summary>Projects that are probably one: what was found, and what people said, which outweighs it. Of each group the one that is suggested to lead comes first.</summary>
    private ImmutableArray<ImmutableArray<int>> Groups(MatchIndex index)
    {
        var pairs = ImmutableArray.CreateBuilder<FoundPair>();
        foreach (var pair in _pairs.Values)
        {
            var decision = _verdicts.Pairs.GetValueOrDefault(pair.Id)?.Decision;
            if (decision is null && pair.Kind == PairKind.Overlap) continue;
            var isSame = (decision?.Verdict ?? pair.Kind) == PairKind.Same;
            var weight = decision is null ? pair.Weight : isSame ? Word : -Word;
            pairs.Add(new FoundPair(_projects[pair.First].Key, _projects[pair.Second].Key, weight, isSame ? MatchClass.Same : MatchClass.Related));
        }

        pairs.Sort(FoundPair.Compare);
        return [.. index.Groups(pairs.DrainToImmutable()).Select(group =>
            (ImmutableArray<int>)[.. LeadRecord.Suggest(group.Select(key => _projects[Place(key)].Candidate)).Order.Select(candidate => _places[candidate.Key])])];
    }

    private static ImmutableArray<string> Notes(FoundPairs found, OverlapFindings overlaps, string? lessons)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (found.Capped > 0) notes.Add(Sentence($"{found.Capped:N0} things that too many projects share, such as a common word with a common country, were left out as a ground for comparing; projects that share nothing rarer were not compared with each other."));
        if (found.Crowds > 0) notes.Add(Sentence($"{found.Crowds:N0} crowds of records say the very same; in each, every record was compared with the first alone."));
        if (overlaps.LeftOut > 0) notes.Add(Sentence($"{overlaps.LeftOut:N0} more overlaps were left out, because each of their projects has {OverlapSearch.MostEach} that are more particular."));
        if (overlaps.Crowded.Length > 0) notes.Add(Sentence($"For {overlaps.Crowded.Length:N0} provinces and themes so many projects run that each was held against those nearest in sector and start alone."));
        if (overlaps.Unplaced > 0) notes.Add(Sentence($"{overlaps.Unplaced:N0} running projects state no province, no theme or no dates, and could not be looked at for overlaps."));
        if (lessons is not null) notes.Add(lessons);
        return notes.ToImmutable();
    }

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
