using System.Globalization;
using ExcelDataReader;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Functions.Intake.Tables;

/// <summary>The rows of the sheet on which a workbook's reader stands.</summary>
internal sealed class SheetRows(IExcelDataReader reader, string sheet) : ITableRows
{
    /// <summary>Formats under this number are every program's own: number 44 is dollars in one country and euros in another.</summary>
    private const int FirstOfTheWorkbook = 164;

    private readonly Dictionary<int, NumberFormat?> _formats = [];

    public Problem? Fault { get; private set; }

    public bool Read(TableRow row)
    {
        if (Fault is not null) return false;
        try
        {
            if (!reader.Read()) return false;
        }
        catch (Exception failure) when (Workbooks.IsBroken(failure))
        {
            Fault = new Problem(new Position(sheet, row.Line == 0 ? null : row.Line), "workbook.broken", Severity.Fatal, "The workbook is broken: the sheet cannot be read to its end.", "Open it in a spreadsheet program, save it anew, and send it again.");
            return false;
        }

        // Rows that the sheet leaves out are given as empty ones, so that the depth is the row's number.
        row.Begin(reader.Depth + 1);
        for (var column = 0; column < reader.FieldCount; column++) Add(row, column);
        return true;
    }

    private void Add(TableRow row, int column)
    {
        switch (reader.GetValue(column))
        {
            case null:
                row.Add("");
                break;
            case string text:
                row.Add(text);
                break;
            case double number:
                Add(row, column, number);
                break;
            case DateTime date:
                row.Add((date - DateTime.MinValue).TotalDays, CellKind.Date);
                break;
            case int number:
                Add(row, column, number);
                break;
            case bool truth:
                row.Add(truth ? "Yes" : "No");
                break;
            case var other:
                row.Add(Convert.ToString(other, CultureInfo.InvariantCulture) ?? "");
                break;
        }
    }

    private void Add(TableRow row, int column, double number)
    {
        var format = Format(column);
        row.Add(number, format?.IsPercentage == true ? CellKind.Percentage : CellKind.Number, format);
    }

    private NumberFormat? Format(int column)
    {
        var index = reader.GetNumberFormatIndex(column);
        if (index <= 0) return null;
        if (_formats.TryGetValue(index, out var known)) return known;
        var format = NumberFormat.Of(reader.GetNumberFormatString(column));
        return _formats[index] = format.IsPercentage || index >= FirstOfTheWorkbook ? format : null;
    }
}
