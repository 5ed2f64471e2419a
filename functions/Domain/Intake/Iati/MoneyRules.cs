namespace ParisPact.Domain.Intake.Iati;

/// <summary>
/// What the standard ruleset says about the dates of amounts: budgets and planned disbursements (rules 7.5.3, 8.6.3), transactions (11.2.1, 11.2.2).
/// </summary>
public static class MoneyRules
{
    public static IEnumerable<Problem> Period(IatiElement money, DateOnly? start, DateOnly? end)
    {
        if (start is not { } first || end is not { } last) yield break;
        if (first > last)
            yield return money.Warn("iati.period-order", $"The period ends ({DateRules.Day(last)}) before it starts ({DateRules.Day(first)}).");
        else if (money.Name == "budget" && first.Year < 9999 && last > first.AddYears(1))
            yield return money.Warn("iati.budget-longer-than-year", $"The budget covers more than a year, from {DateRules.Day(first)} to {DateRules.Day(last)}.", "Give a budget for each year.");
    }

    public static IEnumerable<Problem> Transaction(IatiElement transaction, DateOnly? date, DateOnly? valueDate, DateOnly today)
    {
        if (date > today)
            yield return (transaction.Child("transaction-date") ?? transaction).Warn("iati.transaction-in-future", $"The transaction is dated {DateRules.Day(date.Value)}, which is in the future.", "Report money to come as a planned disbursement.");
        else if (valueDate > today)
            yield return (transaction.Child("value") ?? transaction).WarnOf("value-date", "iati.value-date-in-future", $"The value date {DateRules.Day(valueDate.Value)} is in the future.");
    }
}
