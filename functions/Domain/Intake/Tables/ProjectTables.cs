namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads the projects of a table, one after the other, and those of the tables under it on the same sheet.</summary>
public static class ProjectTables
{
    /// <param name="head">The table's first rows, with a header that has references and titles.</param>
    /// <param name="rows">The rows after them.</param>
    /// <param name="context">What must be known beside the file.</param>
    /// <param name="sheet">The sheet's name; null where the file is one table.</param>
    public static IEnumerable<RecordRead> Read(TableHead head, ITableRows rows, ReadingContext context, string? sheet)
    {
        if (head.Header is null) throw new ArgumentException("The table has no header.", nameof(head));
        for (TableHead? next = head; next is not null;)
        {
            var table = new ProjectTable(next, context, sheet);
            rows = new RowsOnward(next.Data, rows);
            next = null;
            var row = new TableRow();
            while (next is null && rows.Read(row))
            {
                if (table.Next(row) is { } header)
                {
                    next = TableHead.Under(header, row, rows);
                    continue;
                }

                if (table.Take(row) is { } finished) yield return finished;
                if (table.Problems() is { Length: > 0 } problems) yield return RecordRead.OfFile(problems);
            }

            foreach (var last in table.End()) yield return last;
        }

        if (rows.Fault is { } fault) yield return RecordRead.OfFile(fault);
    }
}
