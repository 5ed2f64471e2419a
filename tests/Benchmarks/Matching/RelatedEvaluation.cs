using ParisPact.Domain.Duplicates.Linkage;
using RecordMatching = ParisPact.Domain.Duplicates.Linkage.Matching;

namespace ParisPact.Benchmarks.Matching;

/// <summary>What the engine makes of series and frameworks. The operating point is a weight of 0, set before anything is known of the truth.</summary>
/// <param name="CandidateRecall">The part of the related pairs that were compared at all: it caps the recall.</param>
internal sealed record RelatedEvaluation(double CandidateRecall, double Precision, double Recall, double F1)
{
    public static RelatedEvaluation Of(HashSet<ulong> truth, RecordMatching matching, Func<int, bool> isSame)
    {
        var (compared, right, taken) = (0.0, 0.0, 0.0);
        var weights = Relations.Of(matching, isSame).Weights;
        for (var at = 0; at < weights.Length; at++)
        {
            var isRelated = truth.Contains(matching.Candidates.Pairs[at].Packed);
            if (isRelated) compared++;
            if (weights[at] <= 0) continue;
            taken++;
            if (isRelated) right++;
        }

        return new RelatedEvaluation(compared / Math.Max(1, truth.Count), right / Math.Max(1, taken), right / Math.Max(1, truth.Count), 2 * right / Math.Max(1, taken + truth.Count));
    }
}
