namespace ParisPact.Domain.Intake.Tables;

/// <summary>
/// Notices where another table begins on the same sheet, after a gap under the one before: <c>2. Pipeline projects</c> with columns of its own,
/// or a summary by donor.
/// </summary>
internal sealed class FurtherTables(IReadOnlyDictionary<string, string> mapping)
{
    /// <summary>True from a blank row, a heading or a total to the next row.</summary>
    private bool _gap;

    /// <summary>True within a table that holds no projects, to its end.</summary>
    public bool IsForeign { get; private set; }

    public void Follow(RowKind kind)
    {
        _gap = kind is RowKind.Blank or RowKind.Note or RowKind.Total;
        if (kind == RowKind.Blank) IsForeign = false;
    }

    /// <summary>What begins with this row: the header of a table of projects, the header of another table, or nothing.</summary>
    public TableHeader? Begins(TableRow row)
    {
        if (!_gap || IsForeign || !IsNames(row)) return null;
        var header = HeaderFinder.Find([row], mapping) ?? Labels(row);
        if (header is null) return null;
        if (header.Score >= 3 && header.Has(TableField.Reference) && header.Has(TableField.Title)) return header;
        if (!BeginsWithName(row) && !header.Columns.All(column => !column.IsNamed || column.Meaning is not null)) return null;
        IsForeign = true;
        return header;
    }

    /// <summary>The header of a table of something else, of which we understand its first name alone: <c>Country | Heroin (kg) | Opium (kg)</c>.</summary>
    private static TableHeader? Labels(TableRow row) => BeginsWithName(row)
        ? new TableHeader(row.Line, 1, [.. Enumerable.Range(0, row.Count).Select(column => HeaderFinder.Column(column, HeaderFinder.Cell(row, column), null))], false)
        : null;

    private static bool BeginsWithName(TableRow row)
    {
        var first = 0;
        while (row.IsEmpty(first)) first++;
        return HeaderNames.IsListed(HeaderFinder.Cell(row, first));
    }

    /// <summary>A header is made of words: numbers and dates stand in rows of projects.</summary>
    private static bool IsNames(TableRow row)
    {
        var filled = 0;
        for (var column = 0; column < row.Count; column++)
        {
            if (row.IsEmpty(column)) continue;
            if (row.Kind(column) != CellKind.Text || row.Text(column).Length > 80) return false;
            filled++;
        }

        return filled >= 2;
    }
}
