using System.Collections.Immutable;
using System.Text.Json;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Tests.Duplicates.Linkage;

public sealed class When_an_index_is_searched
{
    private static readonly Sample Projects = Sample.Of(800);
    private static readonly MatchParameters Parameters = MatchParameters.Estimate(Sample.Fields, Projects.Records());

    [Fact]
    public void It_finds_what_the_run_found_that_made_its_parameters()
    {
        var matching = Matching.Of(Projects.Comparisons(), Projects.Count);
        var same = matching.Candidates.Pairs.Zip(matching.Weights).Where(static pair => pair.Second > 0).Select(static pair => new FoundPair($"R{pair.First.Left:000000}", $"R{pair.First.Right:000000}", pair.Second, MatchClass.Same)).ToArray();
        var found = MatchIndex.Of(Sample.Fields, Parameters, Projects.Records()).Find();
        Assert.Equal(matching.Candidates.Pairs.Length, found.Compared);
        Assert.Equal(same, found.Pairs.Where(static pair => pair.Class == MatchClass.Same));
    }

    [Fact]
    public void It_finds_phases_as_related_and_not_as_the_same()
    {
        var found = MatchIndex.Of(Sample.Fields, Parameters, Projects.Records()).Find().Pairs.ToDictionary(static pair => (pair.Left, pair.Right), static pair => pair.Class);
        var phases = Projects.Phases.Count(pair => found.GetValueOrDefault(($"R{pair.Left:000000}", $"R{pair.Right:000000}")) == MatchClass.Related);
        Assert.InRange(phases / (double)Projects.Phases.Count, 0.8, 1);
    }

    [Fact]
    public void What_people_have_taught_moves_every_weight()
    {
        var taught = Parameters with { OfSame = new Correction(0.5, -1, []) };
        var (before, after) = (MatchIndex.Of(Sample.Fields, Parameters, Projects.Records()), MatchIndex.Of(Sample.Fields, taught, Projects.Records()));
        var weights = before.Find().Pairs.ToDictionary(static pair => (pair.Left, pair.Right));
        Assert.All(after.Find().Pairs.Where(static pair => pair.Class == MatchClass.Same), pair => Assert.Equal((weights[(pair.Left, pair.Right)].Weight / 2) - 1, pair.Weight, 1e-6));
        var (prior, reasons) = after.Explain("R000000", "R000001");
        Assert.Equal(((before.Explain("R000000", "R000001").Prior + before.Explain("R000000", "R000001").Reasons.Sum(static reason => reason.Bits)) / 2) - 1, prior + reasons.Sum(static reason => reason.Bits), 1e-6);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Its_shards_together_find_the_same(int shards)
    {
        var index = MatchIndex.Of(Sample.Fields, Parameters, Projects.Records());
        var (whole, parts) = (index.Find(), Enumerable.Range(0, shards).Select(shard => index.Find(shard, shards)).ToArray());
        var together = FoundPairs.Of(parts);
        Assert.Equal(whole.Pairs, together.Pairs);
        Assert.Equal((whole.Blocks, whole.Capped, whole.Crowds), (together.Blocks, together.Capped, together.Crowds));
        Assert.All(parts, part => Assert.InRange(part.Blocks, 1, whole.Blocks - 1));
    }

    [Fact]
    public void Any_order_of_the_records_gives_the_same()
    {
        var records = Projects.Records().ToArray();
        new Random(3).Shuffle(records);
        Assert.Equal(MatchIndex.Of(Sample.Fields, Parameters, Projects.Records()).Find().Pairs, MatchIndex.Of(Sample.Fields, Parameters, records).Find().Pairs);
    }

    [Fact]
    public void Two_records_have_one_weight_whatever_others_there_are()
    {
        var all = MatchIndex.Of(Sample.Fields, Parameters, Projects.Records());
        foreach (var pair in all.Find().Pairs.Where(static (_, at) => at % 20 == 0))
        {
            var two = MatchIndex.Of(Sample.Fields, Parameters, [all.Of(pair.Right), all.Of(pair.Left)]);
            Assert.Equal([pair], two.Find().Pairs);
            Assert.Equal(all.Explain(pair.Left, pair.Right).Reasons, two.Explain(pair.Left, pair.Right).Reasons);
            var (prior, reasons) = pair.Class == MatchClass.Same ? two.Explain(pair.Left, pair.Right) : two.ExplainRelated(pair.Left, pair.Right);
            Assert.Equal(pair.Weight, prior + reasons.Sum(static reason => reason.Bits), 1e-6);
        }
    }

    [Fact]
    public void Its_parameters_can_be_kept_as_JSON()
    {
        var read = JsonSerializer.Deserialize<MatchParameters>(JsonSerializer.Serialize(Parameters))!;
        Assert.Equal(MatchIndex.Of(Sample.Fields, Parameters, Projects.Records()).Find().Pairs, MatchIndex.Of(Sample.Fields, read, Projects.Records()).Find().Pairs);
    }

    [Fact]
    public void What_is_not_the_same_is_kept_where_the_judge_keeps_it()
    {
        var index = MatchIndex.Of(Sample.Fields, Parameters, Projects.Records());
        var found = index.Find(judge: static (_, weight) => weight > 0 ? MatchClass.Same : weight > -20 ? MatchClass.Related : MatchClass.Unrelated);
        Assert.Equal(index.Find(judge: MatchIndex.SameAlone).Pairs, found.Pairs.Where(static pair => pair.Class == MatchClass.Same));
        Assert.Contains(found.Pairs, static pair => pair is { Class: MatchClass.Related, Weight: <= 0 });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Hardly_any_records_have_no_pairs(int records)
    {
        var few = Projects.Records()[..records];
        var parameters = MatchParameters.Estimate(Sample.Fields, few);
        Assert.Empty(MatchIndex.Of(Sample.Fields, parameters, few).Find().Pairs);
        Assert.Empty(MatchIndex.Of(Sample.Fields, Parameters, few).Find(1, 3).Pairs);
    }

    [Fact]
    public void One_of_several_titles_organisations_and_identifiers_is_enough()
    {
        var records = Projects.Records();
        var one = records[Projects.Same[0].Left];
        var other = one with { Key = "other", Source = "Q9", Values = [["Un tout autre titre", .. one.Of(0)], ["Another agency", .. one.Of(1)], one.Of(2), one.Of(3), one.Of(4), one.Of(5), one.Of(6), ["X-1", .. one.Of(7)]] };
        var reasons = MatchIndex.Of(Sample.Fields, Parameters, [one, other]).Explain(one.Key, "other").Reasons;
        foreach (var field in new[] { "title", "donor", "identifier" }) Assert.Contains(reasons, reason => reason.Field == field && reason.Finding == "are the same");
    }

    [Fact]
    public void Two_records_of_one_key_are_refused() => Assert.Throws<ArgumentException>(() => MatchIndex.Of(Sample.Fields, Parameters, [Projects.Records()[0], Projects.Records()[0]]));
}
