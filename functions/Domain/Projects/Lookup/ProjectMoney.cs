using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Lookup;

/// <summary>What a project costs, and apart from it what was spent.</summary>
/// <param name="Basis">What <paramref name="Amount"/> is the sum of.</param>
/// <param name="Amount">Sorted by currency and month.</param>
/// <param name="Spending">Disbursements and expenditures; sorted the same way.</param>
public sealed record ProjectMoney(AmountBasis Basis, ImmutableArray<MonthAmount> Amount, ImmutableArray<MonthAmount> Spending)
{
    /// <summary>No sum over a register of millions can leave the range of a decimal while each amount stays under this; the world's yearly product is a tenth of it.</summary>
    public const decimal Limit = 1_000_000_000_000_000m;

    /// <summary>
    /// The amount is the sum of the budgets, else of the commitments, else of the planned disbursements. A revised budget takes the place of
    /// the original ones more than half of whose days revised budgets cover; one without a period takes the place of all.
    /// </summary>
    public static ProjectMoney Of(ImmutableArray<MoneyLine> lines)
    {
        var spending = ByMonth(lines.Where(line => line.Kind is MoneyKind.Disbursement or MoneyKind.Expenditure));
        foreach (var (basis, kind) in (ReadOnlySpan<(AmountBasis, MoneyKind)>)
            [(AmountBasis.Budgets, MoneyKind.Budget), (AmountBasis.Commitments, MoneyKind.Commitment), (AmountBasis.PlannedDisbursements, MoneyKind.PlannedDisbursement)])
        {
            var stated = lines.Where(line => line.Kind == kind).ToList();
            if (stated.Count > 0) return new ProjectMoney(basis, ByMonth(kind == MoneyKind.Budget ? Standing(stated) : stated), spending);
        }

        return new ProjectMoney(AmountBasis.None, [], spending);
    }

    private static IEnumerable<MoneyLine> Standing(List<MoneyLine> budgets)
    {
        var revised = budgets.Where(budget => budget.Revised).ToList();
        return revised.Count == 0 ? budgets : budgets.Where(budget => budget.Revised || !IsReplaced(budget, revised));
    }

    private static bool IsReplaced(MoneyLine original, List<MoneyLine> revised)
    {
        if (revised.Any(budget => budget.PeriodStart is null || budget.PeriodEnd is null)) return true;
        if (original.PeriodStart is not { } start || original.PeriodEnd is not { } end || end < start) return false;
        var (covered, next) = (0, start.DayNumber);
        foreach (var (from, to) in revised.Select(budget => (From: budget.PeriodStart!.Value.DayNumber, To: budget.PeriodEnd!.Value.DayNumber)).Order())
        {
            var first = Math.Max(from, next);
            var last = Math.Min(to, end.DayNumber);
            if (last < first) continue;
            covered += last - first + 1;
            next = last + 1;
        }

        return 2 * covered > end.DayNumber - start.DayNumber + 1;
    }

    private static ImmutableArray<MonthAmount> ByMonth(IEnumerable<MoneyLine> lines) => [.. lines
        .GroupBy(line => (Currency: line.Currency ?? "", Month: MonthOf(line.ValueDate ?? line.PeriodStart)))
        .Select(group => new MonthAmount(group.Key.Currency, group.Key.Month, group.Aggregate(0m, (sum, line) => Within(sum + Within(line.Amount)))))
        .OrderBy(amount => amount.Currency, StringComparer.Ordinal).ThenBy(amount => amount.Month)];

    private static decimal Within(decimal amount) => Math.Clamp(amount, -Limit, Limit);

    private static int? MonthOf(DateOnly? day) => day is { } known ? (known.Year * 12) + known.Month - 1 : null;
}
