namespace ParisPact.Domain.Projects;

/// <summary>One amount of a project, as the file gave it: never converted, never rounded.</summary>
/// <param name="Amount">In units of the currency; may be negative (a correction).</param>
/// <param name="Currency">ISO 4217 code in upper case, or as written where it is not known; null where neither the line nor the file named one.</param>
/// <param name="ValueDate">The day whose month's rate converts it; null where only a period or nothing was given.</param>
/// <param name="PeriodStart">First day of the period that a budget covers; for a transaction its date.</param>
/// <param name="PeriodEnd">Last day of the period; null for a transaction.</param>
/// <param name="TransactionType">IATI TransactionType code for transactions; null otherwise.</param>
/// <param name="Revised">A budget that replaces the original one for its period (IATI BudgetType 2).</param>
public sealed record MoneyLine(
    MoneyKind Kind,
    decimal Amount,
    string? Currency,
    DateOnly? ValueDate = null,
    DateOnly? PeriodStart = null,
    DateOnly? PeriodEnd = null,
    string? TransactionType = null,
    bool Revised = false);
