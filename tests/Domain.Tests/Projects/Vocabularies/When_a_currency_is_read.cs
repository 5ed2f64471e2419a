using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using Match = ParisPact.Domain.Projects.Vocabularies.VocabularyMatch<ParisPact.Domain.Projects.Currency>;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

public sealed class When_a_currency_is_read
{
    [Theory]
    [InlineData("USD", "USD")]
    [InlineData("usd", "USD")]
    [InlineData("US$", "USD")]
    [InlineData("US dollars", "USD")]
    [InlineData("USD - US Dollar", "USD")]
    [InlineData("долл. США", "USD")]
    [InlineData("€", "EUR")]
    [InlineData("Euros", "EUR")]
    [InlineData("£", "GBP")]
    [InlineData("Swiss francs", "CHF")]
    [InlineData("FS--Switz", "CHF")]
    [InlineData("Pak Rs.", "PKR")]
    [InlineData("сомони", "TJS")]
    [InlineData("руб.", "RUB")]
    [InlineData("тенге", "KZT")]
    [InlineData("CAN$", "CAD")]
    [InlineData("SDR", "XDR")]
    [InlineData("DEM", "DEM")]
    public void It_is_found_by_code_sign_and_name(string text, string code)
    {
        Assert.True(Currencies.Find(text).TryGet(out var currency));
        Assert.Equal(code, currency.Code);
    }

    [Theory]
    [InlineData("$", "USD", "CAD")]
    [InlineData("dollars", "USD", "AUD")]
    [InlineData("Rs", "PKR", "INR")]
    [InlineData("som", "KGS", "UZS")]
    [InlineData("manat", "TMT", "AZN")]
    [InlineData("kroner", "NOK", "DKK")]
    [InlineData("¥", "JPY", "CNY")]
    public void A_sign_or_word_that_currencies_share_is_ambiguous(string text, string one, string other)
    {
        var codes = Assert.IsType<Match.Ambiguous>(Currencies.Find(text)).Candidates.Select(candidate => candidate.Value.Code).ToList();

        Assert.Contains(one, codes);
        Assert.Contains(other, codes);
    }

    [Theory]
    [InlineData("USD thousand", "USD", 1_000)]
    [InlineData("US$ '000", "USD", 1_000)]
    [InlineData("thousands of euros", "EUR", 1_000)]
    [InlineData("USD million", "USD", 1_000_000)]
    [InlineData("million US$", "USD", 1_000_000)]
    [InlineData("млн. долл. США", "USD", 1_000_000)]
    [InlineData("EUR", "EUR", 1)]
    public void A_multiple_is_told_from_the_currency(string text, string code, int multiplier)
    {
        Assert.True(Currencies.FindUnit(text).TryGet(out var unit));
        Assert.Equal((code, multiplier), (unit.Currency.Code, (int)unit.Multiplier));
    }

    [Fact]
    public void A_multiple_alone_is_no_currency() => Assert.IsType<Match.Unknown>(Currencies.Find("USD thousand"));

    [Fact]
    public void Every_code_and_name_is_found_as_itself() =>
        Assert.All(Currencies.All, currency =>
        {
            Assert.Equal(currency, Currencies.Find(currency.Code) is Match.Found byCode ? byCode.Value : Currency.None);
            Assert.Contains(currency, Candidates(Currencies.Name(currency)));
        });

    [Fact]
    public void A_code_that_is_not_listed_is_a_currency_nonetheless()
    {
        Assert.True(Currency.TryParse("qqq", out var currency));
        Assert.Equal(("QQQ", false), (currency.Code, Currencies.IsKnown(currency)));
    }

    [Fact]
    public void The_default_is_no_currency()
    {
        Assert.Equal(Currency.None, default);
        Assert.Equal("XXX", default(Currency).ToString());
        Assert.Equal(Currency.None, Currency.Parse("xxx"));
    }

    private static IEnumerable<Currency> Candidates(string name) => Currencies.Find(name) switch
    {
        Match.Found found => [found.Value],
        Match.Ambiguous several => several.Candidates.Select(candidate => candidate.Value),
        _ => [],
    };
}
