using CsCheck;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_a_cell_holds_a_list
{
    [Theory]
    [InlineData("Kandahar; Helmand", "Kandahar|Helmand")]
    [InlineData("AF:60|PK:40", "AF=60|PK=40")]
    [InlineData("Kandahar\nHelmand\n", "Kandahar|Helmand")]
    [InlineData("Afghanistan (60%); Pakistan (40%)", "Afghanistan=60|Pakistan=40")]
    [InlineData("60% Afghanistan; 40% Pakistan", "Afghanistan=60|Pakistan=40")]
    [InlineData("Afghanistan 60 %; Pakistan 40 %", "Afghanistan=60|Pakistan=40")]
    [InlineData("Afghanistan - 33,3%; Pakistan - 66,7%", "Afghanistan=33.3|Pakistan=66.7")]
    [InlineData("- Kandahar;- Helmand", "Kandahar|Helmand")]
    [InlineData("16063 - Narcotics control", "16063 - Narcotics control")]
    [InlineData("Sar-e Pul; Kabul (city; old)", "Sar-e Pul|Kabul (city; old)")]
    public void Its_entries_and_percentages_are_read(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', ShareList.Split(text).Select(Shown)));

    [Theory]
    [InlineData("Afghanistan (60%), Pakistan (40%)", "Afghanistan=60|Pakistan=40")]
    [InlineData("Afghanistan (33,3%), Pakistan (66,7%)", "Afghanistan=33.3|Pakistan=66.7")]
    [InlineData("Afghanistan and Pakistan", "Afghanistan|Pakistan")]
    [InlineData("Tajikistan / Uzbekistan", "Tajikistan|Uzbekistan")]
    public void Commas_and_conjunctions_separate_where_they_are_asked_to(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', ShareList.SplitAtCommas(text).Select(Shown)));

    [Fact]
    public void No_text_makes_it_throw() => Gen.String.Sample(text =>
    {
        ShareList.Split(text);
        ShareList.SplitAtCommas(text);
        ShareList.SplitParallel(text);
    }, iter: 10_000);

    private static string Shown(Share share) => share.Percentage is { } percentage ? FormattableString.Invariant($"{share.Text}={percentage}") : share.Text;
}
