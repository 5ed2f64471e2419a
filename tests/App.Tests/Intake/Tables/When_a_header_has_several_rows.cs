using ParisPact.Domain.Projects;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_a_header_has_several_rows
{
    [Fact]
    public void Years_under_a_budget_are_parts_of_it()
    {
        var reads = Given.Csv("Code;Title;Budget (USD);;;Donor\n;;2024;2025;2026;\nA;One;1;2;3;Japan\n");
        Assert.Equal([(2024, 1m, "USD"), (2025, 2m, "USD"), (2026, 3m, "USD")], Amounts(reads));
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void Three_rows_say_together_what_an_amount_is()
    {
        var reads = Given.Csv("Project;;Financing (EUR);;;\nCode;Title;Budget;;Disbursement;\n;;2023;2024;2023;2024\nA;One;1;2;3;4\n");
        Assert.Equal([MoneyKind.Budget, MoneyKind.Budget, MoneyKind.Disbursement, MoneyKind.Disbursement], reads.Projects()[0].Money.Select(line => line.Kind));
        Assert.Equal([(2023, 1m, "EUR"), (2024, 2m, "EUR"), (2023, 3m, "EUR"), (2024, 4m, "EUR")], Amounts(reads));
        Assert.Equal(4, reads[0].At.Line);
    }

    [Fact]
    public void A_title_over_them_changes_nothing()
    {
        var reads = Given.Csv("List of projects;;;\nReference;Title;Duration;\n;;Start;End\nA;One;2024-01-01;2025-01-01\n");
        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1)), (reads.Projects()[0].Dates.PlannedStart!.Value, reads.Projects()[0].Dates.PlannedEnd!.Value));
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void A_total_that_is_the_sum_of_its_years_says_nothing_more() =>
        Assert.Equal("", Given.Csv("Code;Title;Budget 2024 (USD);Budget 2025 (USD);Total budget (USD)\nA;One;1;2;3\n").Rules());

    [Fact]
    public void A_total_that_is_another_is_kept_and_told_once()
    {
        var reads = Given.Csv("Code;Title;Budget 2024 (USD);Budget 2025 (USD);Total budget (USD)\nA;One;1;2;30\nB;Two;1;2;40\n");
        Assert.Equal([1m, 2m], reads.Projects()[0].Money.Select(line => line.Amount));
        Assert.Equal(["30", "40"], reads.Projects().SelectMany(project => project.Extras).Select(extra => extra.Value));
        Assert.Equal("money.total-differs@2", reads.Rules());
    }

    private static IEnumerable<(int Year, decimal Amount, string? Currency)> Amounts(IEnumerable<Domain.Intake.RecordRead> reads) =>
        reads.Projects()[0].Money.Select(line => (line.PeriodStart!.Value.Year, line.Amount, line.Currency));
}
