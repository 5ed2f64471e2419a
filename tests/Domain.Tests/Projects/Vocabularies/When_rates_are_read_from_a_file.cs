using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

public sealed class When_rates_are_read_from_a_file
{
    [Theory]
    [InlineData("currency,month,usd_per_unit\nAFN,2025-05,0.0141\n")]
    [InlineData("\uFEFFMonth;USD_per_unit;Currency;note\r\n2025-05;0.0141;afn;central bank\r\n\r\n")]
    [InlineData("\"currency\"\t\"month\"\t\"usd_per_unit\"\rAFN\t2025-05\t0.0141")]
    public void The_rates_are_there(string text)
    {
        var read = Assert.IsType<RatesReading.Read>(RatesText.Read(text));

        Assert.Equal([new MonthlyRate(Currency.Parse("AFN"), 2025, 5, 0.0141m)], read.Rates);
    }

    [Fact]
    public void All_problems_come_at_once_with_line_and_column()
    {
        var refused = Assert.IsType<RatesReading.Refused>(RatesText.Read(
            "currency,month,usd_per_unit\nAFGHANI,May 2025,free\nTJS,2025-05,0.09\nTJS,2025-05,0.10\nUSD,2025-05,2\nUZS,2025-13,-1\n"));

        Assert.Equal(
            ["2 currency", "2 month", "2 usd_per_unit", "4 ", "5 usd_per_unit", "6 month", "6 usd_per_unit"],
            refused.Problems.Select(problem => $"{problem.Line} {problem.Column}"));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(null, "empty")]
    [InlineData("currency,month\nAFN,2025-05", "no column usd_per_unit")]
    [InlineData("currency,month,usd_per_unit\n", "no rates")]
    public void A_file_without_rates_says_why(string? text, string part) =>
        Assert.Contains(part, Assert.Single(Assert.IsType<RatesReading.Refused>(RatesText.Read(text)).Problems).Message, StringComparison.Ordinal);
}
