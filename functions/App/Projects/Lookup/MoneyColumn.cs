namespace ParisPact.Functions.Projects.Lookup;

/// <summary>The money of each row by currency and month, from which its sums in US dollars follow whenever rates are added.</summary>
/// <param name="Starts">Where each row's lines begin, and at the end where the last row's end; the amount's lines stand before those of the spending.</param>
/// <param name="Currencies">Numbers in <see cref="ValueTables.Currencies"/>.</param>
/// <param name="Months">Year times 12 plus the month from 0; -1 where unknown.</param>
/// <param name="SpendingStarts">Where the lines of the row's spending begin.</param>
internal sealed record MoneyColumn(int[] Starts, int[] SpendingStarts, int[] Currencies, int[] Months, decimal[] Amounts);
