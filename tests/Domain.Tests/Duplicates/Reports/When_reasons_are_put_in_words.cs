using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Tests.Duplicates.Reports;

public sealed class When_reasons_are_put_in_words
{
    private static readonly ProjectCard One = Sample.Card() with { Organisations = [("Implementing", "Sample Office"), ("Funding", "Norland")], Places = ["Kandahar, Afghanistan (60%)"], Countries = ["AF", "PK"] };
    private static readonly ProjectCard Other = Sample.Card() with { Organisations = [("Implementing", "SAMPLE OFFICE "), ("Funding", "Southland")], Places = ["Kandahar, Afghanistan"], Countries = ["AF"] };

    [Theory]
    [InlineData("title", "share 60 % to 75 % of their words", 1, "titles share 60 % to 75 % of their words")]
    [InlineData("currency", "differ", -1, "currencies differ")]
    [InlineData("start date", "are in one year", 1, "start dates are in one year")]
    [InlineData("title", "of one alone names a phase, number or year", -1, "title of one alone names a phase, number or year")]
    [InlineData("source", "is one", -1, "source is one")]
    [InlineData("implementing organisation", "are the same", 4.1, "both name Sample Office as implementing organisation")]
    [InlineData("funding organisation", "are the same", 4.1, "funding organisations are the same")]
    [InlineData("organisation", "are the same", 4.1, "both name Sample Office as organisation")]
    [InlineData("place", "are the same", 2, "both name Kandahar, Afghanistan as place")]
    [InlineData("country", "are the same", 2, "both work in Afghanistan")]
    [InlineData("province", "are the same", 2, "both name Kandahar, Afghanistan as province")]
    [InlineData("place", "differ", -2, "places differ")]
    [InlineData("anything", "both name X as Y", 2, "both name X as Y")]
    public void They_read_as_a_sentence(string field, string finding, double bits, string words) => Assert.Equal(words, ReasonWords.Of(new Reason(field, finding, bits), One, Other));

    [Theory]
    [InlineData(4.08, "+4.1")]
    [InlineData(-0.26, "−0.3")]
    [InlineData(-0.04, "0.0")]
    [InlineData(1234.5, "+1,234.5")]
    public void Weights_have_their_sign(double bits, string text) => Assert.Equal(text, ReasonWords.Bits(bits));

    [Theory]
    [InlineData(0.9999999, "over 99.9%")]
    [InlineData(1, "over 99.9%")]
    [InlineData(0, "under 0.1%")]
    [InlineData(0.972, "97.2%")]
    [InlineData(0.5, "50%")]
    public void Nothing_is_certain(double chance, string text) => Assert.Equal(text, ReasonWords.Chance(chance));

    [Fact]
    public void They_add_up_from_the_prior_to_the_weight()
    {
        var pair = Sample.Pair() with { Prior = -4, Weight = 4, Reasons = [new("title", "are the same", 7), new("budget", "differ", -1.5)] };
        var steps = Waterfall.Of(pair);
        Assert.Equal(["before anything is compared", "titles are the same", "budgets differ", "everything else"], steps.Select(step => step.Words));
        Assert.Equal([-4.0, 3, 1.5, 4], steps.Select(step => step.To));
        Assert.Equal([0.0, -4, 3, 1.5], steps.Select(step => step.From));
        Assert.Equal(pair.Probability, steps[^1].Chance, 12);
        Assert.Equal("titles are the same (+7.0); budgets differ (−1.5)", Waterfall.Line(pair));
    }

    [Fact]
    public void An_overlap_begins_at_its_first_reason() =>
        Assert.Equal("titles are the same", Waterfall.Of(Sample.Pair(kind: PairKind.Overlap) with { Prior = 0, Weight = 7 })[0].Words);
}
