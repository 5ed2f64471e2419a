using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>How the columns of one table write dates, numbers and percentages: by their own values, else as the other columns do.</summary>
internal sealed class TableStyle
{
    /// <summary>What spreadsheets make of an empty cell that is formatted as a date.</summary>
    private static readonly DateOnly NoDay = new(1900, 1, 1);

    private readonly Dictionary<int, ColumnEvidence> _columns = [];
    private readonly DateOrder? _order;
    private readonly bool _bothOrders;
    private readonly DecimalMark? _mark;

    public TableStyle(TableHeader header, IReadOnlyList<TableRow> rows)
    {
        foreach (var column in header.Columns)
            if (IsDate(column) || IsAmount(column) || column.Meaning?.Part == TablePart.Percentage) _columns[column.Index] = ColumnEvidence.Of(rows, column);
        var dates = header.Columns.Where(IsDate).Select(column => _columns[column.Index]).ToList();
        _order = ColumnEvidence.OrderOf(dates);
        _bothOrders = dates.Exists(static column => column.ShowsDayFirst) && dates.Exists(static column => column.ShowsMonthFirst);
        _mark = ColumnEvidence.MarkOf(header.Columns.Where(IsAmount).Select(column => _columns[column.Index]));
    }

    public DateOrder? Order(HeaderColumn column) => column.Meaning?.Order ?? _columns.GetValueOrDefault(column.Index)?.Order ?? _order;

    public DecimalMark? Mark(HeaderColumn column) => _columns.GetValueOrDefault(column.Index)?.Mark ?? _mark;

    public bool IsFraction(HeaderColumn? column) => column is not null && _columns.GetValueOrDefault(column.Index)?.IsFraction == true;

    /// <summary>The day in a cell; null where there is none. What is not understood is reported and kept as an extra.</summary>
    public DateOnly? Date(HeaderColumn? column, RowCells cells, ColumnProblems once, ProjectDraft draft, bool end)
    {
        if (column is null) return null;
        var row = cells.Row;
        if (row.Kind(column.Index) == CellKind.Date) return DateOnly.FromDateTime(DateTime.MinValue.AddDays(Math.Max(0, row.Number(column.Index)))) is { Year: >= 1900 } day && day > NoDay ? day : null;
        var text = cells.Text(column);
        if (text.Length == 0) return null;
        if (DateCells.Iso(text) is { } plain) return plain;
        var read = row.Kind(column.Index) == CellKind.Number ? DateCells.Read(row.Number(column.Index), end) : DateCells.Read(text, Order(column), end);
        switch (read)
        {
            case DateCell.Day { Ambiguous: true } either when once.IsNew(column, "date.ambiguous"):
                once.Report(column, "date.ambiguous", $"{CellFault.Quote(text.ToString())} is read day first, as {either.Date:yyyy-MM-dd}: nothing in the file shows whether its dates begin with the day or the month.", "Write dates as 2024-03-05.", row.Line);
                return either.Date;
            case DateCell.Day found:
                if (_bothOrders && once.IsNew(column, "date.ambiguous") && DateCells.Read(text, null, end) is DateCell.Day { Ambiguous: true })
                    once.Report(column, "date.ambiguous", $"{CellFault.Quote(text.ToString())} is read as {found.Date:yyyy-MM-dd}; but the dates of this table begin now with the day and now with the month.", "Write dates as 2024-03-05.", row.Line);
                if (found.Solar && once.IsNew(column, "date.solar"))
                    once.Report(column, "date.solar", $"{CellFault.Quote(text.ToString())} is read in the solar calendar of Afghanistan and Iran, as {found.Date:yyyy-MM-dd}.", "Write dates of the Gregorian calendar, as 2024-03-05.", row.Line);
                return found.Date;
            case DateCell.Nothing:
                return null;
            default:
                var written = CellText.Clean(text);
                var (rule, message) = read is DateCell.NoSuchDay
                    ? ("date.no-such-day", $"{CellFault.Quote(written)} is a day that no calendar has; the date is left empty.")
                    : ("date.not-understood", $"{CellFault.Quote(written)} is not understood as a date; it is kept as written.");
                // The two ends of a period are read from one cell.
                if (draft.HasExtra(column.Name, written)) return null;
                cells.Report(new CellFault(column, rule, message, "Write dates as 2024-03-05."));
                draft.Extras.Add(new Extra(column.Name, written));
                return null;
        }
    }

    private static bool IsAmount(HeaderColumn column) => column.Meaning is { Field: TableField.Money, Part: TablePart.Value };

    private static bool IsDate(HeaderColumn column) => column.Meaning is { Field: TableField.PlannedStart or TableField.ActualStart or TableField.PlannedEnd or TableField.ActualEnd or TableField.LastUpdated }
        or { Field: TableField.Money, Part: TablePart.Date or TablePart.PeriodStart or TablePart.PeriodEnd };
}
