using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Tests.Projects.Lookup;

public class When_the_money_of_a_project_is_summed
{
    private static readonly MonthlyRates Rates = MonthlyRates.None.With([new MonthlyRate(Currency.Eur, 2024, 3, 1.1m)]);

    [Fact]
    public void Budgets_count_before_commitments_and_these_before_planned_disbursements()
    {
        MoneyLine[] lines = [new(MoneyKind.PlannedDisbursement, 1m, "USD"), new(MoneyKind.Commitment, 10m, "USD"), new(MoneyKind.Budget, 100m, "USD")];
        Assert.Equal((AmountBasis.Budgets, 100m), Amount(lines));
        Assert.Equal((AmountBasis.Commitments, 10m), Amount(lines[..2]));
        Assert.Equal((AmountBasis.PlannedDisbursements, 1m), Amount(lines[..1]));
        Assert.Equal((AmountBasis.None, 0m), Amount());
    }

    [Fact]
    public void Spending_is_apart()
    {
        var money = ProjectMoney.Of([new(MoneyKind.Disbursement, 5m, "USD"), new(MoneyKind.Expenditure, 3m, "USD"), new(MoneyKind.IncomingFunds, 50m, "USD")]);
        Assert.Equal(8m, UsdSum.Of(money.Spending.AsSpan(), Rates).Usd);
        Assert.Empty(money.Amount);
    }

    [Fact]
    public void A_revised_budget_takes_the_place_of_the_original_of_its_period() =>
        Assert.Equal(120m + 50m, Amount(
            Budget(100m, 2023, 2023),
            Budget(120m, 2023, 2023) with { Revised = true },
            Budget(50m, 2024, 2024)).Amount);

    [Fact]
    public void Yearly_revisions_take_the_place_of_one_original_for_all_years() =>
        Assert.Equal(60m, Amount(
            Budget(90m, 2022, 2024),
            Budget(30m, 2022, 2022) with { Revised = true },
            Budget(30m, 2023, 2023) with { Revised = true }).Amount);

    [Fact]
    public void A_revision_of_less_than_half_of_an_original_stands_beside_it() =>
        Assert.Equal(120m, Amount(Budget(90m, 2022, 2024), Budget(30m, 2022, 2022) with { Revised = true }).Amount);

    [Fact]
    public void A_revision_without_a_period_takes_the_place_of_all() =>
        Assert.Equal(70m, Amount(Budget(90m, 2022, 2024), new(MoneyKind.Budget, 70m, "USD", Revised: true)).Amount);

    [Fact]
    public void It_is_converted_by_the_rate_of_its_month()
    {
        var sum = Sum(new(MoneyKind.Budget, 100m, "EUR", new DateOnly(2024, 3, 31)), new(MoneyKind.Budget, 7m, "USD"));
        Assert.Equal(117m, sum.Usd);
        Assert.Empty(sum.Unconverted);
    }

    [Fact]
    public void The_start_of_its_period_stands_in_for_a_missing_value_date() =>
        Assert.Equal(110m, Sum(new MoneyLine(MoneyKind.Budget, 100m, "EUR", null, new DateOnly(2024, 3, 1), new DateOnly(2024, 12, 31))).Usd);

    [Fact]
    public void What_cannot_be_converted_is_shown_by_its_currency()
    {
        var sum = Sum(
            new(MoneyKind.Budget, 100m, "EUR", new DateOnly(2024, 4, 1)),
            new(MoneyKind.Budget, 30m, "EUR"),
            new(MoneyKind.Budget, 5m, null, new DateOnly(2024, 3, 1)),
            new(MoneyKind.Budget, 6m, "roubles", new DateOnly(2024, 3, 1)));
        Assert.Equal(0m, sum.Usd);
        Assert.Equal([new CurrencyAmount("", 5m), new("EUR", 130m), new("roubles", 6m)], sum.Unconverted);
    }

    [Fact]
    public void Absurd_amounts_break_no_sum()
    {
        var sum = Sum(new(MoneyKind.Budget, decimal.MaxValue, "USD"), new(MoneyKind.Budget, decimal.MaxValue, "EUR", new DateOnly(2024, 3, 1)), new(MoneyKind.Budget, decimal.MinValue, "EUR"));
        Assert.NotEmpty(sum.Unconverted);
    }

    private static MoneyLine Budget(decimal amount, int from, int to) => new(MoneyKind.Budget, amount, "USD", null, new DateOnly(from, 1, 1), new DateOnly(to, 12, 31));

    private static (AmountBasis Basis, decimal Amount) Amount(params MoneyLine[] lines) =>
        ProjectMoney.Of([.. lines]) is var money ? (money.Basis, UsdSum.Of(money.Amount.AsSpan(), Rates).Usd) : default;

    private static UsdSum Sum(params MoneyLine[] lines) => UsdSum.Of(ProjectMoney.Of([.. lines]).Amount.AsSpan(), Rates);
}
