namespace ParisPact.Domain.Projects.Lookup;

/// <summary>The sum of a project's lines in one currency and one month: all that converting them to USD needs.</summary>
/// <param name="Currency">ISO 4217 code, or as written where it is not known; empty where none was named.</param>
/// <param name="Month">Year times 12 plus the month from 0; null where the lines bear no date.</param>
/// <param name="Amount">In units of the currency; may be negative.</param>
public readonly record struct MonthAmount(string Currency, int? Month, decimal Amount);
