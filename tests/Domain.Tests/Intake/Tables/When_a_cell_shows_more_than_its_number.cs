using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_a_cell_shows_more_than_its_number
{
    [Theory]
    [InlineData("[$€-407] #,##0.00", "EUR")]
    [InlineData("#,##0.00 \"AFN\"", "AFN")]
    [InlineData("[$USD] #,##0.00", "USD")]
    [InlineData("[$£-809]#,##0;[Red]-[$£-809]#,##0", "GBP")]
    [InlineData("_-* #,##0.00\\ [$₽-419]_-", "RUB")]
    [InlineData("[$$-409]#,##0.00", "$")]
    [InlineData("$#,##0.00", "$")]
    [InlineData("\"US$\" #,##0", "USD")]
    public void Its_currency_is_read(string format, string currency) => Assert.Equal(new NumberFormat(false, currency, 1), NumberFormat.Of(format));

    [Theory]
    [InlineData("#,##0.00")]
    [InlineData("0.00E+00")]
    [InlineData("General")]
    [InlineData("")]
    [InlineData("#,##0_);[Red](#,##0)")]
    [InlineData("#,##0 \"staff\"")]
    [InlineData("[$-409]d-mmm-yy")]
    [InlineData("\"broken")]
    public void Other_formats_say_nothing(string format) => Assert.Equal(new NumberFormat(false, null, 1), NumberFormat.Of(format));

    [Theory]
    [InlineData("#,##0 \"k€\"", 1_000)]
    [InlineData("#,##0, \"k€\"", 1)]
    [InlineData("0.0,,\"M€\"", 1)]
    [InlineData("0.0 \"M€\"", 1_000_000)]
    public void A_unit_multiplies_what_the_format_has_not_divided(string format, int multiple) => Assert.Equal(new NumberFormat(false, "EUR", multiple), NumberFormat.Of(format));

    [Fact]
    public void A_percentage_is_one() => Assert.True(NumberFormat.Of("0.0%").IsPercentage);
}
