namespace ParisPact.Functions.Projects.Exports;

/// <summary>A row of an export: a text for each of <see cref="TableColumns.All"/>; null where there is nothing.</summary>
internal sealed class TableRow
{
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

    public void Set(string column, decimal number)
    {
        Set(column, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _numbers[TableColumns.Place(column)] = true;
    }
}
