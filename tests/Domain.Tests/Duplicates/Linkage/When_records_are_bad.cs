using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Tests.Duplicates.Linkage;

/// <summary>Whatever is in the records, the work is bounded, counted in what is compared.</summary>
public sealed class When_records_are_bad
{
    private static readonly ImmutableArray<MatchRecord> Projects = Sample.Of(400).Records();

    [Fact]
    public void One_record_repeated_fifty_thousand_times_is_one_group_and_is_compared_with_the_first_alone()
    {
        var crowd = Enumerable.Range(0, 50_000).Select(static at => Record($"S{at % 9}", $"C{at:00000}", "Border control in Sampletown", "2020-01-01", "2021-01-01", "1000"));
        var index = MatchIndex.Estimate(Sample.Fields, [.. Projects, .. crowd]);
        var found = index.Find();
        Assert.InRange(found.Compared, 49_999, 400_000);
        Assert.True(found.Crowds == 1 && found.Capped > 0);
        Assert.Equal(50_000, index.Groups(found.Pairs).Max(static group => group.Length));
    }

    [Fact]
    public void A_block_that_holds_everything_is_left_out_and_counted()
    {
        // All have one title, place and sector, and budgets that say nothing.
        var alike = Enumerable.Range(0, 20_000).Select(static at => Record($"S{at % 50}", $"C{at:00000}", "Border control", new DateOnly(1900, 1, 1).AddDays(at * 2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "", "0"));
        var found = MatchIndex.Estimate(Sample.Fields, alike).Find();
        Assert.InRange(found.Compared, 0, 50 * 20_000);
        Assert.True(found.Capped > 0);
    }

    [Fact]
    public void Titles_of_64_KB_have_few_blocks_and_are_found_again_with_some_words_changed()
    {
        var random = new Random(1);
        var words = Enumerable.Range(0, 8_000).Select(_ => random.Next(1_000_000_000).ToString("x8", CultureInfo.InvariantCulture)).ToArray();
        var long1 = Record("P", "L1", string.Join(' ', words), "2020-01-01", "2021-01-01", "1000");
        for (var at = 0; at < words.Length; at += 40) words[at] = "other" + at;
        var long2 = Record("Q", "L2", string.Join(' ', words), "2020-01-01", "2021-01-01", "1000");
        var index = MatchIndex.Estimate(Sample.Fields, [.. Projects, long1, long2]);
        var blocks = new List<ulong>();
        index.Blocking.AddBlocks(index.Atoms[index.Place("L1")], null, blocks);
        Assert.InRange(blocks.Count, 1, 300);
        Assert.Contains(index.Find().Pairs, static pair => pair is { Left: "L1", Right: "L2" });
    }

    [Theory]
    [InlineData("1850-03-01", "1851-03-01")]
    [InlineData("0001-01-01", "9999-12-31")]
    [InlineData("2021-01-01", "2020-01-01")]
    [InlineData("0000-00-00", "soon")]
    [InlineData("99999999999999999999", "-1")]
    public void Days_of_any_year_and_no_days_at_all_are_compared(string start, string end)
    {
        var index = MatchIndex.Estimate(Sample.Fields, [.. Projects, Record("P", "A", "Training for prisons", start, end, "1"), Record("Q", "B", "Training for prisons", start, end, "1")]);
        Assert.All(index.Explain("A", "B").Reasons, static reason => Assert.True(double.IsFinite(reason.Bits)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1000")]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("1e400")]
    [InlineData("many")]
    public void A_budget_of_nothing_says_nothing(string budget)
    {
        var index = MatchIndex.Estimate(Sample.Fields, [.. Projects, Record("P", "A", "Training", "", "", budget), Record("Q", "B", "Training", "", "", "1000")]);
        Assert.Equal(("missing", 0.0), index.Explain("A", "B").Reasons.Where(static reason => reason.Field == "budget").Select(static reason => (reason.Finding, reason.Bits)).Single());
    }

    [Theory]
    [InlineData("Пограничный контроль в Душанбе", "Pogranichnyi kontrol v Dushanbe", "are the same")]
    [InlineData("国境管理 ; 訓練", "国境管理 訓練", "are the same")]
    [InlineData("Contrôle des frontières à Hérat", "CONTROLE DES FRONTIERES A HERAT", "are the same")]
    [InlineData("\uD800 \0", "Training", "missing")]
    [InlineData("…", "Training", "missing")]
    [InlineData("", "", "missing")]
    public void Alphabets_are_mixed(string one, string other, string finding)
    {
        var index = MatchIndex.Estimate(Sample.Fields, [.. Projects, Record("P", "A", one, "", "", ""), Record("Q", "B", other, "", "", "")]);
        Assert.Equal(finding, index.Explain("A", "B").Reasons.First(static reason => reason.Field == "title").Finding);
    }

    [Fact]
    public void Records_without_anything_are_held_against_none()
    {
        var nothing = Enumerable.Range(0, 1_000).Select(static at => new MatchRecord($"N{at}", "P", default));
        Assert.Equal(0, MatchIndex.Estimate(Sample.Fields, nothing).Find().Compared);
    }

    private static MatchRecord Record(string source, string key, string title, string start, string end, string budget) =>
        new(key, source, [[title], ["Agency 1 of Sampleland"], ["Sampletown"], ["16063"], [start], [end], [budget]]);
}
