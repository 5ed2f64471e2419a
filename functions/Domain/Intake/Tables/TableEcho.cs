using System.Collections.Immutable;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads what is about to be written, to know what a reader of the table will make of it.</summary>
public sealed class TableEcho
{
    private readonly ProjectTable _table;

    /// <param name="header">The names of the table's columns, at least those of references and titles.</param>
    /// <param name="context">Whose projects they are.</param>
    public TableEcho(ImmutableArray<string> header, ReadingContext context) =>
        _table = new ProjectTable(TableHead.Take(new HeaderAlone(header), context), context, null);

    /// <param name="rows">All rows of one project, and of no other.</param>
    /// <returns>null where they would not be read as one project.</returns>
    public RecordRead? Read(IEnumerable<TableRow> rows)
    {
        var read = rows.Select(_table.Take).Concat(_table.End()).OfType<RecordRead>().Where(record => !record.IsOfFile).ToList();
        return read is [var only] ? only : null;
    }

    private sealed class HeaderAlone(ImmutableArray<string> names) : ITableRows
    {
        private bool _read;

        public Problem? Fault => null;

        public bool Read(TableRow row)
        {
            if (_read) return false;
            row.Begin(1);
            foreach (var name in names) row.Add(name);
            return _read = true;
        }
    }
}
