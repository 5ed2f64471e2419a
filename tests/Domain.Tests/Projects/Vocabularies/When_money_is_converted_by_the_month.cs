using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

public sealed class When_money_is_converted_by_the_month
{
    [Fact]
    public void The_rate_is_the_months_sdr_over_the_dollars()
    {
        // 0.8259175 SDR for a euro and 0.7474381 SDR for a dollar in April 2025.
        Assert.Equal(1.105m, Math.Round(MonthlyRates.Imf.UsdPerUnit(Currency.Eur, 2025, 4)!.Value, 4));
        Assert.Equal(MonthlyRates.Imf.UsdPerUnit(Currency.Eur, 2025, 4), MonthlyRates.Imf.UsdPerUnit(Currency.Eur, new DateOnly(2025, 4, 30)));
    }

    [Fact]
    public void A_dollar_is_a_dollar_in_every_month()
    {
        Assert.Equal(1m, MonthlyRates.Imf.UsdPerUnit(Currency.Usd, 1950, 1));
        Assert.Equal(1m, MonthlyRates.None.UsdPerUnit(Currency.Usd, 2099, 12));
    }

    [Theory]
    [InlineData("AFN", 2010, 1)]
    [InlineData("TJS", 2010, 1)]
    [InlineData("UZS", 2010, 1)]
    [InlineData("EUR", 2002, 12)]
    [InlineData("EUR", 2025, 5)]
    [InlineData("KZT", 2006, 3)]
    [InlineData("DEM", 2003, 1)]
    public void A_month_without_a_rate_has_none(string currency, int year, int month) =>
        Assert.Null(MonthlyRates.Imf.UsdPerUnit(Currency.Parse(currency), year, month));

    [Fact]
    public void A_gap_is_not_filled_from_its_neighbours()
    {
        var tenge = Currency.Parse("KZT");

        Assert.NotNull(MonthlyRates.Imf.UsdPerUnit(tenge, 2023, 1));
        Assert.Null(MonthlyRates.Imf.UsdPerUnit(tenge, 2023, 2));
        Assert.NotNull(MonthlyRates.Imf.UsdPerUnit(tenge, 2023, 3));
    }

    [Fact]
    public void Rates_can_be_added_and_the_later_word_counts()
    {
        var afghani = Currency.Parse("AFN");
        var rates = MonthlyRates.Imf.With([new MonthlyRate(afghani, 2025, 5, 0.0141m), new MonthlyRate(Currency.Eur, 2025, 4, 1.2m)]);

        Assert.Equal(0.0141m, rates.UsdPerUnit(afghani, 2025, 5));
        Assert.Equal(1.2m, rates.UsdPerUnit(Currency.Eur, 2025, 4));
        Assert.Null(MonthlyRates.Imf.UsdPerUnit(afghani, 2025, 5));
    }

    [Fact]
    public void Every_rate_is_plausible() => Assert.All(MonthlyRates.Imf.All, rate => Assert.InRange(rate.UsdPerUnit, 0.000001m, 5m));
}
