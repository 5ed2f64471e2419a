using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Tests.Duplicates.Linkage;

public sealed class When_people_have_decided
{
    private static readonly Sample Projects = Sample.Of(1_500, identified: false);
    private static readonly Matching Found = Matching.Of(Projects.Comparisons(), Projects.Count);

    [Fact]
    public void What_they_said_of_many_pairs_makes_the_model_no_worse_on_the_others()
    {
        var verdicts = Shown(400);
        var lessons = Lessons.OfSame(Found.Comparisons, Found.Model, verdicts);
        Assert.True(lessons.After.F1 >= lessons.Before.F1 || !lessons.IsTaken);
        Assert.Equal(400, lessons.Learnt + lessons.HeldBack);
        var asked = verdicts.Select(static verdict => verdict.Pair).ToHashSet();
        Assert.True(F1(lessons.Correction, asked) >= F1(Correction.None, asked) - 0.005);
    }

    [Fact]
    public void A_model_that_is_wrong_learns_from_them()
    {
        // What they call the same is what lies in one place with one budget, whatever the model thinks.
        var verdicts = Shown(600, pair => Level("place", pair) == "are the same" && Level("budget", pair) == "are the same" ? MatchClass.Same : MatchClass.Unrelated);
        var lessons = Lessons.OfSame(Found.Comparisons, Found.Model, verdicts);
        Assert.True(lessons.IsTaken);
        Assert.True(lessons.After.Surprise < lessons.Before.Surprise);
    }

    [Theory]
    [InlineData(MatchClass.Same)]
    [InlineData(MatchClass.Unrelated)]
    [InlineData(MatchClass.Related)]
    public void Verdicts_that_are_all_of_one_kind_change_nothing(MatchClass kind) =>
        Assert.False(Lessons.OfSame(Found.Comparisons, Found.Model, Shown(300, _ => kind)).IsTaken);

    [Fact]
    public void Twenty_verdicts_change_nothing() => Assert.False(Lessons.OfSame(Found.Comparisons, Found.Model, Shown(20, static pair => pair.Left % 2 == 0 ? MatchClass.Same : MatchClass.Unrelated)).IsTaken);

    [Fact]
    public void Verdicts_that_contradict_each_other_are_not_learnt()
    {
        var random = new Random(9);
        var lessons = Lessons.OfSame(Found.Comparisons, Found.Model, Shown(400, _ => random.Next(2) == 0 ? MatchClass.Same : MatchClass.Unrelated));
        foreach (var (pair, weight) in Found.Candidates.Pairs.Zip(Found.Weights).Where(static pair => pair.Second > 12).Take(200))
            Assert.True(lessons.Correction.Apply(weight, Found.Comparisons, pair) > -6);
    }

    [Fact]
    public void The_order_in_which_they_decided_makes_no_difference()
    {
        var verdicts = Shown(300);
        var (one, other) = (Lessons.OfSame(Found.Comparisons, Found.Model, verdicts), Lessons.OfSame(Found.Comparisons, Found.Model, [.. verdicts.Reverse()]));
        Assert.Equal(one.Correction.Scale, other.Correction.Scale);
        Assert.Equal(one.After, other.After);
    }

    [Fact]
    public void What_is_held_back_is_a_fixed_fourth()
    {
        Assert.Equal(Lessons.IsHeldBack("a|b"), Lessons.IsHeldBack("a|b"));
        Assert.InRange(Enumerable.Range(0, 10_000).Count(static at => Lessons.IsHeldBack($"pair-{at}")), 2_300, 2_700);
    }

    [Fact]
    public void The_reasons_of_a_corrected_pair_add_up_to_its_weight()
    {
        var lessons = Lessons.OfSame(Found.Comparisons, Found.Model, Shown(600, pair => Level("place", pair) == "are the same" && Level("budget", pair) == "are the same" ? MatchClass.Same : MatchClass.Unrelated));
        foreach (var (pair, weight) in Found.Candidates.Pairs.Zip(Found.Weights).Where((_, at) => at % 301 == 0))
        {
            var (prior, reasons) = Found.Model.Explain(Found.Comparisons, pair);
            var (corrected, changed) = lessons.Correction.Explain(prior, reasons, Found.Comparisons, pair);
            Assert.Equal(lessons.Correction.Apply(weight, Found.Comparisons, pair), corrected + changed.Sum(static reason => reason.Bits), 1e-6);
            Assert.Equal(reasons.Select(static reason => reason.Finding), changed.Select(static reason => reason.Finding));
        }
    }

    [Fact]
    public void What_is_related_is_learnt_apart_and_what_is_the_same_has_no_say_in_it()
    {
        var relations = Relations.Of(Found, static at => Found.Weights[at] > 0);
        var verdicts = Shown(500);
        var (all, without) = (Lessons.OfRelated(Found.Comparisons, relations.Model, verdicts), Lessons.OfRelated(Found.Comparisons, relations.Model, [.. verdicts.Where(static verdict => verdict.Class != MatchClass.Same)]));
        Assert.Equal(all.Before, without.Before);
        Assert.Equal(all.Correction.Shift, without.Correction.Shift);
        Assert.True(!all.IsTaken || all.After.F1 >= all.Before.F1);
    }

    /// <summary>Pairs that a coordinator would be shown: those that are taken for the same, and those in doubt.</summary>
    private static LabelledPair[] Shown(int count, Func<RecordPair, MatchClass>? decide = null)
    {
        var (same, phases) = (Projects.Same.ToHashSet(), Projects.Phases.ToHashSet());
        decide ??= pair => same.Contains(pair) ? MatchClass.Same : phases.Contains(pair) ? MatchClass.Related : MatchClass.Unrelated;
        var order = Enumerable.Range(0, Found.Weights.Length).Where(static at => Found.Weights[at] > -12).ToArray();
        new Random(4).Shuffle(order);
        int[] shown = [.. order.Where(static at => Found.Weights[at] > 0).Take(count / 2)];
        return [.. shown.Concat(order.Where(static at => Found.Weights[at] <= 0).Take(count - shown.Length)).Select(at => Found.Candidates.Pairs[at]).Select(pair => new LabelledPair($"{pair.Left}|{pair.Right}", pair, decide(pair)))];
    }

    private static string Level(string field, RecordPair pair) => Found.Comparisons.First(comparison => comparison.Field == field) is var comparison ? comparison.Levels[comparison.Level(pair.Left, pair.Right)] : "";

    private static double F1(Correction correction, HashSet<RecordPair> asked)
    {
        var same = Projects.Same.Where(pair => !asked.Contains(pair)).ToHashSet();
        var taken = Found.Candidates.Pairs.Where((pair, at) => !asked.Contains(pair) && correction.Apply(Found.Weights[at], Found.Comparisons, pair) > 0).ToList();
        return 2.0 * taken.Count(same.Contains) / (taken.Count + same.Count);
    }
}
