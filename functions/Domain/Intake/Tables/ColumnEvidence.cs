namespace ParisPact.Domain.Intake.Tables;

/// <summary>How one column writes its dates, numbers and percentages, as far as its first values show it.</summary>
internal sealed class ColumnEvidence
{
    private int _dayFirst;
    private int _monthFirst;
    private int _point;
    private int _comma;
    private int _shares;
    private decimal _largestShare;

    /// <summary>null where no value decides, or where values contradict each other.</summary>
    public DateOrder? Order => (_dayFirst, _monthFirst) switch
    {
        ( > 0, 0) => DateOrder.DayFirst,
        (0, > 0) => DateOrder.MonthFirst,
        _ => null,
    };

    public bool ShowsDayFirst => _dayFirst > 0;

    public bool ShowsMonthFirst => _monthFirst > 0;

    public DecimalMark? Mark => (_point, _comma) switch
    {
        ( > 0, 0) => DecimalMark.Point,
        (0, > 0) => DecimalMark.Comma,
        _ => null,
    };

    /// <summary>True where shares are written as parts of one: 0.25 for 25 %.</summary>
    public bool IsFraction => _shares > 1 && _largestShare is > 0 and <= 1;

    public static ColumnEvidence Of(IEnumerable<TableRow> rows, HeaderColumn column)
    {
        var evidence = new ColumnEvidence();
        foreach (var row in rows)
        {
            // A row of totals is often made by another hand, or another program, than the rows above it.
            if (row.IsEmpty(column.Index) || row.Kind(column.Index) == CellKind.Error || RowKinds.IsTotal(row)) continue;
            evidence.Take(row, column);
        }

        return evidence;
    }

    public static DateOrder? OrderOf(IEnumerable<ColumnEvidence> columns)
    {
        var orders = columns.Select(column => column.Order).Where(order => order is not null).Distinct().ToList();
        return orders.Count == 1 ? orders[0] : null;
    }

    public static DecimalMark? MarkOf(IEnumerable<ColumnEvidence> columns)
    {
        var marks = columns.Select(column => column.Mark).Where(mark => mark is not null).Distinct().ToList();
        return marks.Count == 1 ? marks[0] : null;
    }

    private void Take(TableRow row, HeaderColumn column)
    {
        var meaning = column.Meaning!;
        if (meaning.Part == TablePart.Percentage)
        {
            if (row.Kind(column.Index) == CellKind.Percentage || row.Text(column.Index).Contains('%') || ShareList.Percentage(row.Text(column.Index)) is not { } share) return;
            _shares++;
            _largestShare = Math.Max(_largestShare, share);
        }
        else if (row.Kind(column.Index) != CellKind.Text)
        {
            return;
        }
        else if (meaning.Field == TableField.Money && meaning.Part == TablePart.Value)
        {
            // 1.2 million has its decimals behind a point whatever the whole amounts beside it are grouped with.
            if (AmountCells.Read(row.Text(column.Index)) is not AmountCell.Sum { Shows: { } mark, Multiple: 1 }) return;
            if (mark == DecimalMark.Point) _point++;
            else _comma++;
        }
        else if (DateCells.Read(row.Text(column.Index)) is DateCell.Day { Shows: { } order })
        {
            if (order == DateOrder.DayFirst) _dayFirst++;
            else _monthFirst++;
        }
    }
}
