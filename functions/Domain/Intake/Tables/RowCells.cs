using System.Collections.Immutable;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>The cells of the row that is being read, and where its problems go.</summary>
internal sealed class RowCells(string? sheet)
{
    private TableRow _row = new();
    private List<Problem> _problems = [];
    private Says[] _says = [];

    public int Line => _row.Line;

    public TableRow Row => _row;

    public void Move(TableRow row, List<Problem> problems)
    {
        (_row, _problems) = (row, problems);
        if (_says.Length < row.Count) _says = new Says[row.Count];
        else _says.AsSpan(0, row.Count).Clear();
    }

    /// <summary>The cell's text; nothing for a cell that says nothing, such as <c>n/a</c>, and for one that holds an error.</summary>
    public ReadOnlySpan<char> Text(HeaderColumn? column)
    {
        if (column is null || column.Index >= _row.Count) return default;
        // A cell is asked for several times, and its error is named once.
        ref var says = ref _says[column.Index];
        if (says == Says.Nothing) return default;
        var text = _row.Text(column.Index);
        if (says == Says.NotYetKnown) says = Known(column, text);
        return says == Says.Something ? text : default;
    }

    /// <summary>The first of the columns that says something; null where none does.</summary>
    public HeaderColumn? First(ImmutableArray<HeaderColumn> columns)
    {
        foreach (var column in columns)
            if (Text(column).Length > 0) return column;
        return null;
    }

    public string Whole(HeaderColumn? column) => Text(column) is { Length: > 0 } text ? CellText.Clean(text, lines: true) : "";

    public void Report(CellFault fault) => _problems.Add(fault.At(sheet, _row.Line));

    public void Report(ImmutableArray<CellFault> faults)
    {
        foreach (var fault in faults) Report(fault);
    }

    private Says Known(HeaderColumn column, ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return Says.Nothing;
        if (_row.Kind(column.Index) != CellKind.Error && (text[0] != '#' || !IsError(text))) return BlankCells.IsBlank(text) ? Says.Nothing : Says.Something;
        Report(new CellFault(column, "cell.error", $"The cell holds the error {text} of a formula; it is read as empty.", "Correct the formula, or write the value itself."));
        return Says.Nothing;
    }

    private static bool IsError(ReadOnlySpan<char> text) =>
        text is "#REF!" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NULL!" or "#NUM!" or "#ERROR!" or "#GETTING_DATA" or "#SPILL!" or "#CALC!";

    private enum Says : byte
    {
        NotYetKnown,
        Nothing,
        Something,
    }
}
