using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Tests.Duplicates.Reports;

public sealed class When_a_report_is_cut_into_parts
{
    [Fact]
    public void What_is_new_or_open_again_comes_first_and_of_that_what_is_the_same()
    {
        var report = Sample.Report(Sample.Pair(), Sample.Pair(PairState.Reopened, PairKind.Overlap), Sample.Pair(PairState.Open, PairKind.Related), Sample.Pair(PairState.Decided));
        Assert.Equal([1, 1, 0, 0, 0, 1, 1, 0, 0], ReportParts.Of(report).Select(part => part.Pairs.Length));
        Assert.Equal([ReportSection.New, ReportSection.Open, ReportSection.Decided], ReportParts.Of(report).Select(part => part.Section).Distinct());
    }

    [Theory]
    [InlineData(new[] { 5_000, 1_000, 0 }, 200, new[] { 134, 66, 0 })]
    [InlineData(new[] { 1, 1_000, 1_000 }, 200, new[] { 1, 133, 66 })]
    [InlineData(new[] { 10, 20, 30 }, 200, new[] { 10, 20, 30 })]
    [InlineData(new[] { 10, 20, 30 }, 0, new[] { 0, 0, 0 })]
    public void No_kind_is_crowded_out_by_another(int[] counts, int most, int[] room) => Assert.Equal(room, ReportParts.Room(counts, most));

    [Fact]
    public void It_says_in_a_sentence_what_it_holds()
    {
        Assert.Equal("1 new pair of projects to look at.", ReportWords.Summary(Sample.Report(Sample.Pair())));
        Assert.Equal("2 new pairs of projects to look at, 1 open again because a project changed and 1 decided since the report of 22 November 2026.",
            ReportWords.Summary(Sample.Report(Sample.Pair(), Sample.Pair(), Sample.Pair(PairState.Reopened), Sample.Pair(PairState.Decided))));
        Assert.Equal("Nothing is new since the report of 22 November 2026: 1 still open.", ReportWords.Summary(Sample.Report(Sample.Pair(PairState.Open))));
        Assert.Equal("There is nothing to look at among 10 projects.", ReportWords.Summary(Sample.Report()));
    }
}
