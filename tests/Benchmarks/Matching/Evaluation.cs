using System.Collections.Immutable;
using System.Diagnostics;
using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using RecordMatching = ParisPact.Domain.Duplicates.Linkage.Matching;

namespace ParisPact.Benchmarks.Matching;

/// <summary>What the engine makes of a labelled set. The operating point is a weight of 0, set before anything is known of the truth.</summary>
/// <param name="CandidatePairs">How many pairs were compared.</param>
/// <param name="CandidateRecall">The part of the true pairs that is among them.</param>
/// <param name="OracleF1">The best that any one threshold would give, found with the truth.</param>
/// <param name="OracleThreshold">In bits.</param>
/// <param name="ClusterF1">Of all pairs within one group; null for two files, whose records are paired one to one.</param>
/// <param name="Related">How the second step does, which tells series from all else that is not the same; null where nobody says which are related.</param>
/// <param name="Seconds">By phase.</param>
/// <param name="PeakMemoryMb">Of the process.</param>
internal sealed record Evaluation(int Records, int CandidatePairs, double CandidateRecall, double Precision, double Recall, double F1, double OracleF1, double OracleThreshold, double? ClusterF1, RelatedEvaluation? Related, IReadOnlyDictionary<string, double> Seconds, double PeakMemoryMb)
{
    public static Evaluation Of(LabelledSet set, FieldsFile fields, string? seeds)
    {
        var (watch, seconds) = (Stopwatch.StartNew(), new Dictionary<string, double>());
        var comparisons = ComparisonsOf(set, fields, seeds);
        Note("encoding");
        var matching = RecordMatching.Of(comparisons, set.Count, set.Right is null ? null : set.MayMatch, Note);
        var (pairs, weights) = (matching.Candidates.Pairs, matching.Weights);
        var groups = set.Right is null ? GroupsOf(set.Count, matching) : null;
        var taken = groups is null ? OneToOne(pairs, weights) : [.. Enumerable.Range(0, pairs.Length).Where(at => groups[pairs[at].Left] == groups[pairs[at].Right])];
        Note("grouping");
        seconds["total"] = seconds.Values.Sum();
        var related = set.Related is null ? null : RelatedEvaluation.Of(set.Related, matching, groups is null ? at => weights[at] > 0 : at => groups[pairs[at].Left] == groups[pairs[at].Right]);
        if (related is not null) Note("relating");
        var right = taken.Count(at => set.Truth.Contains(pairs[at].Packed));
        var (oracle, threshold) = Oracle(set, pairs, weights);
        return new Evaluation(
            set.Count,
            pairs.Length,
            Part(pairs.Count(pair => set.Truth.Contains(pair.Packed)), set.Truth.Count),
            Part(right, taken.Count),
            Part(right, set.Truth.Count),
            F(right, taken.Count, set.Truth.Count),
            oracle,
            threshold,
            groups is null ? null : ClusterF(set, groups),
            related,
            seconds,
            Process.GetCurrentProcess().PeakWorkingSet64 / 1e6);

        void Note(string phase)
        {
            seconds[phase] = watch.Elapsed.TotalSeconds;
            watch.Restart();
        }
    }

    private static int[] GroupsOf(int records, RecordMatching matching)
    {
        var taken = Enumerable.Range(0, matching.Weights.Length).Where(at => matching.Weights[at] > 0).ToList();
        var groups = Enumerable.Range(0, records).ToArray();
        foreach (var group in new ComponentGroups(static record => (ulong)record, _ => (one, other) => matching.Model.Weight(matching.Comparisons, RecordPair.Of(one, other)))
            .Of(taken.ConvertAll(at => matching.Candidates.Pairs[at]), taken.ConvertAll(at => matching.Weights[at])))
            foreach (var record in group) groups[record] = group[0];
        return groups;
    }

    public static ImmutableArray<Comparison> ComparisonsOf(LabelledSet set, FieldsFile fields, string? seeds)
    {
        var known = FieldsOf(fields);
        if (seeds is not null && !known.Exists(field => field.Name == seeds)) known.Add(new MatchField(seeds, FieldKind.Identifier));
        var persons = fields.Fields.Where(static field => field.Kind == "person-name").Select(field => (Comparison)new PersonComparison(field.Column, set.Columns[field.Column]));
        return [.. Comparisons.Of(known, field => set.Columns[field.Name], fields.Source is null ? null : set.Columns[fields.Source], Worth), .. persons];
    }

    /// <summary>All but the names of persons, which the product does not know.</summary>
    public static List<MatchField> FieldsOf(FieldsFile fields) => [.. fields.Fields.Where(static field => field.Kind != "person-name").Select(static field => new MatchField(field.Column, Kind(field.Kind)))];

    private static FieldKind Kind(string kind) => Enum.Parse<FieldKind>(kind.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>What a unit of a currency was worth in the middle of the years that we have rates for.</summary>
    public static double? Worth(string currency) => Currency.TryParse(currency, out var known) ? (double?)MonthlyRates.Imf.UsdPerUnit(known, 2015, 1) : null;

    /// <summary>The likeliest first, each record once: within one file no two are the same.</summary>
    private static List<int> OneToOne(RecordPair[] pairs, double[] weights, double least = 0)
    {
        var (used, taken) = (new HashSet<int>(), new List<int>());
        foreach (var at in Enumerable.Range(0, pairs.Length).Where(at => weights[at] > least).OrderByDescending(at => weights[at]))
        {
            if (used.Contains(pairs[at].Left) || used.Contains(pairs[at].Right)) continue;
            used.Add(pairs[at].Left);
            used.Add(pairs[at].Right);
            taken.Add(at);
        }

        return taken;
    }

    private static (double F1, double Threshold) Oracle(LabelledSet set, RecordPair[] pairs, double[] weights)
    {
        var order = set.Right is null ? Enumerable.Range(0, pairs.Length).OrderByDescending(at => weights[at]) : OneToOne(pairs, weights, double.NegativeInfinity).AsEnumerable();
        var (right, taken, best) = (0, 0, (F1: 0.0, Threshold: 0.0));
        foreach (var at in order)
        {
            taken++;
            if (set.Truth.Contains(pairs[at].Packed)) right++;
            if (F(right, taken, set.Truth.Count) is var f && f > best.F1) best = (f, weights[at]);
        }

        return best;
    }

    private static double ClusterF(LabelledSet set, int[] groups)
    {
        var together = groups.GroupBy(static group => group).Sum(static group => Pairs(group.Count()));
        var right = set.Truth.Select(RecordPair.From).Count(pair => groups[pair.Left] == groups[pair.Right]);
        return F(right, together, set.Truth.Count);
    }

    private static long Pairs(long records) => records * (records - 1) / 2;

    private static double Part(double some, double all) => all == 0 ? 0 : some / all;

    private static double F(long right, long taken, long all) => Part(2.0 * right, taken + all);
}
