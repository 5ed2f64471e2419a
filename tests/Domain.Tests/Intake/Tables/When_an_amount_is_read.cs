using System.Globalization;
using CsCheck;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_an_amount_is_read
{
    [Theory]
    [InlineData("1273", "1273")]
    [InlineData("1,273", "1273")]
    [InlineData("1,273,500", "1273500")]
    [InlineData("1.273,50", "1273.50")]
    [InlineData("1,273.50", "1273.50")]
    [InlineData("1 273,50", "1273.50")]
    [InlineData("1 273 500", "1273500")]
    [InlineData("1\u00A0273,50", "1273.50")]
    [InlineData("1\u202F273\u202F500", "1273500")]
    [InlineData("1'273.50", "1273.50")]
    [InlineData("1’273’500", "1273500")]
    [InlineData("12,34,567", "1234567")]
    [InlineData("1,27", "1.27")]
    [InlineData("(500)", "-500")]
    [InlineData("-500", "-500")]
    [InlineData("500-", "-500")]
    [InlineData("−500", "-500")]
    [InlineData("1.2E+06", "1200000")]
    [InlineData("0.5", "0.5")]
    [InlineData(".5", "0.5")]
    [InlineData("1.000.000,-", "1000000")]
    [InlineData("1,200,000.-", "1200000")]
    [InlineData("500.--", "500")]
    [InlineData("500.–", "500")]
    [InlineData("۱۲۵۰۰۰", "125000")]
    [InlineData("۱۲۵٬۰۰۰٫۵", "125000.5")]
    public void Thousands_and_decimals_are_told_apart(string text, string amount) =>
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), Assert.IsType<AmountCell.Sum>(AmountCells.Read(text)).Amount);

    [Theory]
    [InlineData("USD 1.2m", "1200000", "USD")]
    [InlineData("US$ 1.2 million", "1200000", "US$")]
    [InlineData("€ 3,5 Mio", "3500000", "€")]
    [InlineData("€3.5m", "3500000", "€")]
    [InlineData("3.5m€", "3500000", "€")]
    [InlineData("500 000 EUR", "500000", "EUR")]
    [InlineData("$1,250,000.00", "1250000", "$")]
    [InlineData("12,5 млн руб.", "12500000", "руб")]
    [InlineData("CHF 1'273.50", "1273.5", "CHF")]
    [InlineData("250k", "250000", null)]
    [InlineData("approx. 500,000 USD", "500000", "USD")]
    [InlineData("(USD 500)", "-500", "USD")]
    [InlineData("1.000,- €", "1000", "€")]
    [InlineData("PKR 2.5 crore", "25000000", "PKR")]
    [InlineData("10 lakh", "1000000", null)]
    public void Currency_and_multiple_beside_it_are_understood(string text, string amount, string? currency)
    {
        var sum = Assert.IsType<AmountCell.Sum>(AmountCells.Read(text));
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), sum.Amount);
        Assert.Equal(currency, sum.Currency);
    }

    [Theory]
    [InlineData("3 m", true)]
    [InlineData("5k", true)]
    [InlineData("1e6", true)]
    [InlineData("1.2E+06", true)]
    [InlineData("3 mn", false)]
    [InlineData("€3m", false)]
    [InlineData("USD 3m", false)]
    [InlineData("3 million", false)]
    public void One_that_a_letter_alone_multiplies_says_so(string text, bool guessed) =>
        Assert.Equal(guessed, Assert.IsType<AmountCell.Sum>(AmountCells.Read(text)).Guessed);

    [Fact]
    public void One_mark_before_three_digits_goes_by_the_column_and_else_says_that_it_was_not_sure()
    {
        Assert.Equal(1273m, Assert.IsType<AmountCell.Sum>(AmountCells.Read("1,273", DecimalMark.Point)).Amount);
        Assert.Equal(1.273m, Assert.IsType<AmountCell.Sum>(AmountCells.Read("1,273", DecimalMark.Comma)).Amount);
        Assert.True(Assert.IsType<AmountCell.Sum>(AmountCells.Read("1,273")).Ambiguous);
        Assert.False(Assert.IsType<AmountCell.Sum>(AmountCells.Read("1,273", DecimalMark.Point)).Ambiguous);
    }

    [Theory]
    [InlineData("1,273.50", DecimalMark.Point)]
    [InlineData("1.273,50", DecimalMark.Comma)]
    [InlineData("1,27", DecimalMark.Comma)]
    [InlineData("1,273,500", DecimalMark.Point)]
    public void It_shows_the_columns_decimal_mark(string text, DecimalMark mark) =>
        Assert.Equal(mark, Assert.IsType<AmountCell.Sum>(AmountCells.Read(text)).Shows);

    [Theory]
    [InlineData("100,000 - 200,000")]
    [InlineData("USD 100,000 / EUR 90,000")]
    [InlineData("see annex 2")]
    [InlineData("1.2.3,4,5")]
    [InlineData("25%")]
    [InlineData("two million")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_single_amount_is_not_understood(string text) => Assert.IsType<AmountCell.NotUnderstood>(AmountCells.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("n/a")]
    [InlineData("нет данных")]
    public void What_says_that_there_is_none_gives_none(string text) => Assert.IsType<AmountCell.Nothing>(AmountCells.Read(text));

    [Fact]
    public void Any_amount_is_read_back_from_every_way_of_grouping() =>
        Gen.Long[-999_999_999_999, 999_999_999_999].Select(cents => cents / 100m).Sample(amount =>
        {
            var english = amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
            Assert.Equal(amount, Assert.IsType<AmountCell.Sum>(AmountCells.Read(english)).Amount);
            var german = english.Replace(',', ' ').Replace('.', ',').Replace(' ', '.');
            Assert.Equal(amount, Assert.IsType<AmountCell.Sum>(AmountCells.Read(german)).Amount);
            var french = english.Replace(',', '\u202F').Replace('.', ',');
            Assert.Equal(amount, Assert.IsType<AmountCell.Sum>(AmountCells.Read(french)).Amount);
        }, iter: 5_000);

    [Fact]
    public void No_text_makes_it_throw() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789.,' -()EeUSDm€%+\u00A0k$"], 0, 60]).Sample(text =>
        {
            AmountCells.Read(text);
            AmountCells.Read(text, DecimalMark.Comma);
            ShareList.Percentage(text);
        }, iter: 20_000);
}
