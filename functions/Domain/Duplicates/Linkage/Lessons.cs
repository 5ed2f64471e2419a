using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// What a model learns from people's verdicts. A part of them, fixed by the ids of the pairs, is never learnt from: on that the model is measured
/// before and after, and what has been learnt is taken only where it does not do worse there.
/// </summary>
/// <param name="Correction">To apply; <see cref="Correction.None"/> where nothing was learnt or what was learnt was no better.</param>
/// <param name="Before">Of the model alone, on the verdicts that were held back.</param>
/// <param name="After">With what was learnt, on the same, whether it was taken or not.</param>
/// <param name="Learnt">Verdicts that were learnt from.</param>
/// <param name="HeldBack">Verdicts that were held back.</param>
public sealed record Lessons(Correction Correction, Accuracy Before, Accuracy After, int Learnt, int HeldBack)
{
    /// <summary>One in four is held back.</summary>
    private const uint OneIn = 4;

    /// <summary>Verdicts of each kind, without which there is nothing to tell apart.</summary>
    private const int FewestLearnt = 10;
    private const int FewestHeldBack = 3;

    public bool IsTaken => !ReferenceEquals(Correction, Correction.None);

    /// <summary>Whether a verdict is one of those that are never learnt from.</summary>
    public static bool IsHeldBack(string id) => Atom.Of("held back", id) % OneIn == 0;

    /// <summary>Learns what is the same.</summary>
    public static Lessons OfSame(IReadOnlyList<Comparison> comparisons, MatchModel model, IReadOnlyList<LabelledPair> verdicts) =>
        Of(comparisons, verdicts, static verdict => verdict.Class == MatchClass.Same, model.Weight);

    /// <summary>Learns what is related, from verdicts of pairs that are not the same.</summary>
    public static Lessons OfRelated(IReadOnlyList<Comparison> comparisons, RelatedModel model, IReadOnlyList<LabelledPair> verdicts) =>
        Of(comparisons, model.Bits.IsEmpty ? [] : [.. verdicts.Where(static verdict => verdict.Class != MatchClass.Same)], static verdict => verdict.Class == MatchClass.Related, model.Weight);

    private static Lessons Of(IReadOnlyList<Comparison> comparisons, IReadOnlyList<LabelledPair> verdicts, Func<LabelledPair, bool> isOne, Func<IReadOnlyList<Comparison>, RecordPair, double> weight)
    {
        // In the order of their ids, so that the order in which people decided makes no difference.
        var all = verdicts.DistinctBy(static verdict => verdict.Id).OrderBy(static verdict => verdict.Id, StringComparer.Ordinal)
            .Select(verdict => (IsHeld: IsHeldBack(verdict.Id), Case: new Verdict(Pattern.Of(comparisons, verdict.Pair), weight(comparisons, verdict.Pair), isOne(verdict)))).ToList();
        Verdict[] learnt = [.. all.Where(static one => !one.IsHeld).Select(static one => one.Case)], held = [.. all.Where(static one => one.IsHeld).Select(static one => one.Case)];
        var before = Accuracy.Of(held.Select(static verdict => (verdict.Weight, verdict.Is)));
        if (Fewer(learnt) < FewestLearnt || Fewer(held) < FewestHeldBack) return new Lessons(Correction.None, before, before, 0, held.Length);
        var correction = CorrectionFit.Of(comparisons, learnt);
        var after = Accuracy.Of(held.Select(verdict => (correction.Apply(verdict.Weight, verdict.Pattern), verdict.Is)));
        return new Lessons(after.F1 >= before.F1 && after.Surprise <= before.Surprise ? correction : Correction.None, before, after, learnt.Length, held.Length);
    }

    private static int Fewer(Verdict[] verdicts) => verdicts.Count(static verdict => verdict.Is) is var some ? Math.Min(some, verdicts.Length - some) : 0;
}
