using CsCheck;
using ParisPact.Domain.Intake.Iati;

namespace ParisPact.Tests.Intake.Iati;

public sealed class When_percentages_are_added_up
{
    private static StatedShare Share(decimal? percentage, string vocabulary = "1", string name = "sector") =>
        new(new IatiElement(new XmlPlace(null, name, 1, 1, 1), [], "", [], null), vocabulary, percentage);

    private static List<string> Rules(params decimal?[] percentages) => [.. ShareRules.Sectors([.. percentages.Select(percentage => Share(percentage))]).Select(problem => problem.Rule)];

    [Fact]
    public void A_hundredth_is_forgiven()
    {
        Assert.Empty(Rules(33.33m, 33.33m, 33.33m));
        Assert.Empty(Rules(50m, 50.01m));
        Assert.Equal(["iati.sector-percentages"], Rules(50m, 50.02m));
        Assert.Equal(["iati.sector-percentages"], Rules(50m, 49.98m));
    }

    [Fact]
    public void One_alone_is_the_whole_with_or_without_a_percentage()
    {
        Assert.Empty(Rules(100m));
        Assert.Empty(Rules((decimal?)null));
        Assert.Equal(["iati.sector-percentages"], Rules(99m));
    }

    [Fact]
    public void A_missing_one_is_told_and_not_the_sum_as_well() => Assert.Equal(["iati.sector-percentage-missing"], Rules(50m, null, null));

    [Fact]
    public void Each_vocabulary_of_sectors_is_a_whole_of_its_own() =>
        Assert.Empty(ShareRules.Sectors([Share(60), Share(40), Share(10, "7"), Share(90, "7")]));

    [Fact]
    public void Countries_and_the_regions_of_one_vocabulary_are_a_whole_together()
    {
        var country = Share(60, "", "recipient-country");
        Assert.Empty(ShareRules.Recipients([country], [Share(40, "1", "recipient-region")]));
        Assert.Equal(["iati.recipient-percentages"], ShareRules.Recipients([country], [Share(60, "1", "recipient-region")]).Select(problem => problem.Rule));
        Assert.Empty(ShareRules.Recipients([country], [Share(40, "1", "recipient-region"), Share(40, "2", "recipient-region")]));
    }

    [Fact]
    public void Shares_of_a_whole_are_never_blamed() => Gen.Int[1, 100].Array[2, 12].Sample(parts =>
    {
        var shares = parts.Select(part => (decimal?)Math.Round(100m * part / parts.Sum(), 6)).ToArray();
        Assert.Empty(Rules(shares));
    });

    [Fact]
    public void No_number_is_too_large_to_add() =>
        Assert.Equal(["iati.sector-percentages"], Rules(decimal.MaxValue, decimal.MaxValue, decimal.MinValue));
}
