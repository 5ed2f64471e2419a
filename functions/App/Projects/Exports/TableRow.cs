using System.Globalization;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>A row of an export: a text for each column that says something.</summary>
internal sealed class TableRow
{
    private const decimal LeastInexact = 1_000_000_000_000_000;

    private readonly Dictionary<string, (string Text, bool IsNumber)> _cells = new(StringComparer.Ordinal);

    public string? this[string column] => _cells.TryGetValue(column, out var cell) ? cell.Text : null;

    /// <summary>The columns that say something.</summary>
    public IEnumerable<string> Filled => _cells.Keys;

    public bool IsNumber(string column) => _cells.TryGetValue(column, out var cell) && cell.IsNumber;

    public bool IsEmpty => _cells.Count == 0;

    public bool Has(string column) => _cells.ContainsKey(column);

    public void Set(string column, string? text)
    {
        if (!string.IsNullOrEmpty(text)) _cells[column] = (text, false);
    }

    public void Set(string column, DateOnly? day) => Set(column, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A number; as a text where a cell of a workbook, which holds fifteen digits, would round it.</summary>
    public void Set(string column, decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        // Three digits behind the only mark may be thousands: 1.250.
        _cells[column] = (text.Length > 4 && text[^4] == '.' ? text + "0" : text, Math.Abs(number) < LeastInexact && (decimal)(double)number == number);
    }
}
