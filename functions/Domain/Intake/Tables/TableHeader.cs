using System.Collections.Immutable;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Where a table's header stands and what its columns mean.</summary>
/// <param name="Line">The line of the header, or of the hashtags.</param>
/// <param name="FirstRow">Index of the first row of data among the rows that were looked at.</param>
/// <param name="IsHxl">True where hashtags decide.</param>
public sealed record TableHeader(int Line, int FirstRow, ImmutableArray<HeaderColumn> Columns, bool IsHxl)
{
    /// <summary>How many different things the header's cells are understood to mean.</summary>
    public int Score => Columns.Where(column => column.Meaning is { Field: not TableField.Kept })
        .Select(column => (column.Meaning!.Field, column.Meaning.Part, column.Meaning.Role, column.Meaning.Kind, column.Meaning.Year)).Distinct().Count();

    public bool Has(TableField field) => Columns.Any(column => column.Meaning is { } meaning && meaning.Field == field && meaning.Part is TablePart.Value or TablePart.Code);
}
