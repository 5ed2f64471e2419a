namespace ParisPact.Tests.Intake.Tables;

public sealed class When_amounts_could_mean_two_things
{
    private const string Head = "Reference;Title;Budget;Currency;Budget start\r\n";

    [Fact]
    public void A_row_of_totals_is_no_evidence_of_how_the_others_are_written()
    {
        var reads = Given.Csv(Head + "A;One;1 234 567,50;USD;2024-01-01\r\nB;Two;12.500;USD;2024-01-01\r\nTotal;;1247067.5;;\r\n");
        Assert.Equal([1234567.5m, 12500m], Amounts(reads));
        Assert.Equal("row.total@4", reads.Rules());
    }

    [Fact]
    public void Decimals_behind_spaced_thousands_show_the_mark()
    {
        var reads = Given.Csv(Head + "A;One;1 234 567,50;USD;2024-01-01\r\nB;Two;12,500;USD;2024-01-01\r\n");
        Assert.Equal([1234567.5m, 12.5m], Amounts(reads));
        Assert.Equal("amount.by-column@3", reads.Rules());
    }

    [Fact]
    public void Without_evidence_thousands_are_meant_and_the_receipt_says_so()
    {
        var reads = Given.Csv(Head + "A;One;12.500;USD;2024-01-01\r\nB;Two;7;USD;2024-01-01\r\n");
        Assert.Equal([12500m, 7m], Amounts(reads));
        Assert.Equal("amount.ambiguous@2", reads.Rules());
    }

    [Fact]
    public void A_letter_that_multiplies_is_told_once() =>
        Assert.Equal("amount.by-letter@2", Given.Csv(Head + "A;One;3 m;USD;2024-01-01\r\nB;Two;1e6;USD;2024-01-01\r\n").Rules());

    [Theory]
    [InlineData("Budget (USD thousand)", "3 million", 3_000_000, "amount.own-multiple@2")]
    [InlineData("Budget (USD thousand)", "3 thousand", 3_000, "")]
    [InlineData("Бюджет, тыс. долл. США", "3 млн", 3_000_000, "amount.own-multiple@2")]
    [InlineData("Budget (USD thousand)", "3", 3_000, "")]
    [InlineData("Budget (USD thousand)", "1250000", 1_250_000_000, "amount.implausible@2")]
    public void A_word_beside_the_number_counts_and_not_the_header_s_as_well(string header, string cell, int amount, string rules)
    {
        var reads = Given.Csv($"Reference;Title;{header}\r\nA;One;{cell}\r\n");
        Assert.Equal([amount], Amounts(reads));
        Assert.Equal(rules, reads.Rules());
    }

    [Fact]
    public void The_decimals_of_millions_are_no_evidence_of_how_whole_amounts_are_grouped()
    {
        var reads = Given.Csv(Head + "A;One;1.2 million;USD;2024-01-01\r\nB;Two;1.250;USD;2024-01-01\r\n");
        Assert.Equal([1_200_000m, 1_250m], Amounts(reads));
        Assert.Equal("amount.ambiguous@3", reads.Rules());
    }

    [Fact]
    public void The_number_of_amounts_without_a_date_is_told()
    {
        var problem = Assert.Single(Given.Csv(Head + "A;One;100;EUR;\r\nB;Two;200;EUR;\r\nC;Three;300;USD;\r\n").Problems());
        Assert.Contains("2 amounts", problem.Message, StringComparison.Ordinal);
        Assert.Equal(2, problem.At.Line);
    }

    [Theory]
    [InlineData("EUR", "", "amount.undated@2")]
    [InlineData("EUR", "2024-03-01", "")]
    [InlineData("USD", "", "")]
    public void An_amount_that_has_no_date_cannot_be_converted_and_the_receipt_says_so(string currency, string start, string rules) =>
        Assert.Equal(rules, Given.Csv(Head + $"A;One;100;{currency};{start}\r\n").Rules());

    [Theory]
    [InlineData("-500")]
    [InlineData("(500)")]
    public void A_budget_under_zero_is_kept_with_a_warning(string amount)
    {
        var reads = Given.Csv(Head + $"A;One;{amount};USD;2024-01-01\r\n");
        Assert.Equal([-500m], Amounts(reads));
        Assert.Equal("amount.negative@2", reads.Rules());
    }

    [Fact]
    public void One_that_is_too_large_for_its_unit_is_kept_as_written()
    {
        var reads = Given.Csv("Reference;Title;Budget (USD million)\r\nA;One;79228162514264337593543950335\r\n");
        Assert.Equal("amount.not-understood@2", reads.Rules());
        Assert.Equal("79228162514264337593543950335", Assert.Single(Assert.Single(reads.Projects()).Extras).Value);
    }

    private static List<decimal> Amounts(IEnumerable<Domain.Intake.RecordRead> reads) => [.. reads.Projects().Select(static project => Assert.Single(project.Money).Amount)];
}
