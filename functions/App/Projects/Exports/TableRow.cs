namespace ParisPact.Functions.Projects.Exports;

/// <summary>A row of an export: a text for each of <see cref="TableColumns.All"/>; null where there is nothing.</summary>
internal sealed class TableRow
{
    private const decimal LeastInexact = 1_000_000_000_000_000;

    private readonly string?[] _cells = new string?[TableColumns.All.Length];
    private readonly bool[] _numbers = new bool[TableColumns.All.Length];

    public string? this[int column] => _cells[column];

    public bool IsNumber(int column) => _numbers[column];

    public bool IsEmpty => Array.TrueForAll(_cells, static cell => cell is null);

    public void Set(string column, string? text)
    {
        if (!string.IsNullOrEmpty(text)) _cells[TableColumns.Place(column)] = text;
    }

    public void Set(string column, DateOnly? day) => Set(column, day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A number; as a text where a cell of a workbook, which holds fifteen digits, would round it.</summary>
    public void Set(string column, decimal number)
    {
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // Three digits behind the only mark may be thousands: 1.250.
        Set(column, text.Length > 4 && text[^4] == '.' ? text + "0" : text);
        _numbers[TableColumns.Place(column)] = Math.Abs(number) < LeastInexact && (decimal)(double)number == number;
    }
}
