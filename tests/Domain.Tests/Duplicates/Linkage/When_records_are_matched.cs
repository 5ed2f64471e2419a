using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Tests.Duplicates.Linkage;

public sealed class When_records_are_matched
{
    [Theory]
    [InlineData(true, 0.95, 0.95)]
    [InlineData(false, 0.6, 0.85)]
    public void What_is_told_twice_is_found_and_little_else(bool identified, double recall, double precision)
    {
        var sample = Sample.Of(4_000, identified: identified);
        var matching = Matching.Of(sample.Comparisons(), sample.Count);
        var groups = Groups.Of(sample.Count, matching.Candidates.Pairs, matching.Weights);
        var found = matching.Candidates.Pairs.Where(pair => groups[pair.Left] == groups[pair.Right]).ToHashSet();
        var right = sample.Same.Count(found.Contains);
        Assert.InRange(right / (double)sample.Same.Count, recall, 1);
        Assert.InRange(right / (double)found.Count, precision, 1);
    }

    [Fact]
    public void The_second_phase_of_a_project_is_not_the_same_project()
    {
        var sample = Sample.Of(4_000);
        var matching = Matching.Of(sample.Comparisons(), sample.Count);
        var same = sample.Phases.Count(pair => matching.Model.ClassOf(matching.Comparisons, pair) == MatchClass.Same);
        Assert.InRange(same / (double)sample.Phases.Count, 0, 0.02);
    }

    [Fact]
    public void The_order_of_the_records_makes_no_difference()
    {
        var sample = Sample.Of(600);
        var order = Enumerable.Range(0, sample.Count).ToArray();
        new Random(5).Shuffle(order);
        var (one, other) = (Matching.Of(sample.Comparisons(), sample.Count), Matching.Of(sample.Comparisons(order), sample.Count));
        var weights = one.Candidates.Pairs.Zip(one.Weights).ToDictionary(static pair => pair.First, static pair => pair.Second);
        Assert.Equal(weights.Count, other.Weights.Length);
        foreach (var (pair, weight) in other.Candidates.Pairs.Zip(other.Weights))
            Assert.Equal(weights[RecordPair.Of(order[pair.Left], order[pair.Right])], weight, 1e-6);
    }

    [Fact]
    public void The_reasons_of_a_pair_add_up_to_its_weight()
    {
        var sample = Sample.Of(1_000);
        var matching = Matching.Of(sample.Comparisons(), sample.Count);
        foreach (var (pair, weight) in matching.Candidates.Pairs.Zip(matching.Weights).Where((_, at) => at % 97 == 0))
        {
            var (prior, reasons) = matching.Model.Explain(matching.Comparisons, pair);
            Assert.Equal(matching.Comparisons.Length, reasons.Length);
            Assert.Equal(weight, prior + reasons.Sum(static reason => reason.Bits), 1e-6);
        }
    }

    [Fact]
    public void What_is_the_same_speaks_for_a_pair_and_another_place_against_it()
    {
        var sample = Sample.Of(2_000);
        var matching = Matching.Of(sample.Comparisons(), sample.Count);
        var (_, reasons) = matching.Model.Explain(matching.Comparisons, sample.Same[0]);
        Assert.True(reasons.Single(static reason => reason.Field == "place") is { Finding: "are the same", Bits: > 0 });
        var elsewhere = matching.Candidates.Pairs.Select(pair => matching.Model.Explain(matching.Comparisons, pair).Reasons.Single(static reason => reason.Field == "place")).First(static reason => reason.Finding == "differ");
        Assert.True(elsewhere.Bits < 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Hardly_any_records_are_no_error(int records)
    {
        var sample = new Sample();
        for (var at = 0; at < records; at++) sample.Add("P", "", "", "", "", null, null, 0, "");
        Assert.Empty(Matching.Of(sample.Comparisons(), sample.Count).Weights);
    }

    [Fact]
    public void One_record_repeated_fifty_thousand_times_is_one_group_and_takes_no_billion_pairs()
    {
        var sample = Sample.Of(200);
        var first = sample.Count;
        for (var at = 0; at < 50_000; at++) sample.Add($"S{at % 9}", "Border control in Sampletown", "Agency 1 of Sampleland", "Sampletown", "16063", new DateOnly(2020, 1, 1), new DateOnly(2021, 1, 1), 1_000, "");
        var matching = Matching.Of(sample.Comparisons(), sample.Count);
        Assert.InRange(matching.Candidates.Pairs.Length, 49_999, 400_000);
        Assert.True(matching.Candidates.Capped > 0);
        Assert.True(matching.Candidates.Pairs.Count(pair => pair.Left == first) >= 49_999);
    }

    [Fact]
    public void Whatever_stands_in_a_record_is_compared()
    {
        var sample = Sample.Of(100);
        sample.Add("P", new string('x', 65_536), "-", "?", "", new DateOnly(1, 1, 1), new DateOnly(1899, 1, 1), -5, "\0");
        sample.Add("P", "Пограничный контроль ; 国境 \uD800", "…", "", "0", null, new DateOnly(9999, 12, 31), 0, " ");
        Assert.All(Matching.Of(sample.Comparisons(), sample.Count).Weights, weight => Assert.True(double.IsFinite(weight)));
    }
}
