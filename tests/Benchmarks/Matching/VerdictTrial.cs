using ParisPact.Domain.Duplicates.Linkage;
using RecordMatching = ParisPact.Domain.Duplicates.Linkage.Matching;

namespace ParisPact.Benchmarks.Matching;

/// <summary>
/// What verdicts of people are worth: the truth is asked for the pairs that a coordinator would be shown, half of them such as are taken for the
/// same, the others such as are in doubt or fell short. How well the others are matched is told before and after.
/// </summary>
/// <param name="Before">F1 on all pairs that were not asked for, by groups.</param>
internal sealed record VerdictTrial(int Verdicts, Lessons Lessons, double Before, double After)
{
    public static VerdictTrial Of(LabelledSet set, RecordMatching matching, int verdicts, int seed = 11)
    {
        var (pairs, weights) = (matching.Candidates.Pairs, matching.Weights);
        var asked = Asked(weights, verdicts, seed);
        LabelledPair[] answers = [.. asked.Order().Select(at => new LabelledPair($"{set.Ids[pairs[at].Left]}|{set.Ids[pairs[at].Right]}", pairs[at], ClassOf(set, pairs[at])))];
        var lessons = Lessons.OfSame(matching.Comparisons, matching.Model, answers);
        double[] after = [.. pairs.Select((pair, at) => lessons.Correction.Apply(weights[at], matching.Comparisons, pair))];
        return new VerdictTrial(answers.Length, lessons, Others(set, pairs, weights, asked), Others(set, pairs, after, asked));
    }

    private static HashSet<int> Asked(double[] weights, int verdicts, int seed)
    {
        var order = Enumerable.Range(0, weights.Length).ToArray();
        new Random(seed).Shuffle(order);
        var asked = new HashSet<int>();
        foreach (var (part, isShown) in new (double, Func<double, bool>)[] { (0.5, static weight => weight > 0), (0.8, static weight => Math.Abs(weight) < 5), (1, static weight => weight > -12) })
        {
            foreach (var at in order)
            {
                if (asked.Count >= part * verdicts) break;
                if (isShown(weights[at])) asked.Add(at);
            }
        }

        return asked;
    }

    private static MatchClass ClassOf(LabelledSet set, RecordPair pair) => set.Truth.Contains(pair.Packed) ? MatchClass.Same : set.Related?.Contains(pair.Packed) == true ? MatchClass.Related : MatchClass.Unrelated;

    private static double Others(LabelledSet set, RecordPair[] pairs, double[] weights, HashSet<int> asked)
    {
        var (groups, right, taken) = (Groups.Of(set.Count, pairs, weights), 0, 0);
        for (var at = 0; at < pairs.Length; at++)
        {
            if (asked.Contains(at) || groups[pairs[at].Left] != groups[pairs[at].Right]) continue;
            taken++;
            if (set.Truth.Contains(pairs[at].Packed)) right++;
        }

        return 2.0 * right / (taken + set.Truth.Count - asked.Count(at => set.Truth.Contains(pairs[at].Packed)));
    }
}
