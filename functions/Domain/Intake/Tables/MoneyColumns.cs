using System.Collections.Immutable;
using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>The columns of one amount.</summary>
/// <param name="Amounts">The first that holds an amount counts; the others say the same in other prices or currencies.</param>
/// <param name="Currency">In the order in which they are asked.</param>
/// <param name="Yearly">True for the part of one year, which counts beside the parts of other years.</param>
internal sealed record MoneyColumns(
    MoneyKind Kind,
    string? TransactionType,
    ImmutableArray<HeaderColumn> Amounts,
    ImmutableArray<HeaderColumn> Currency,
    HeaderColumn? Date,
    HeaderColumn? PeriodStart,
    HeaderColumn? PeriodEnd,
    HeaderColumn? Year,
    HeaderColumn? Revised,
    bool Yearly)
{
    public int? FixedYear => Amounts[0].Meaning!.Year;
}
