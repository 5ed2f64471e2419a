using System.Globalization;

namespace ParisPact.Benchmarks;

/// <summary>Takes figures as they come, and prints them as a table.</summary>
internal sealed class Report
{
    private readonly List<Ratio> _ratios = [];

    public void Add(Ratio ratio)
    {
        _ratios.Add(ratio);
        Note($"  {ratio.What}: {ratio.Measured}, bare {ratio.Bare}: {ratio.Value:0.00} {ratio.Unit}");
    }

    /// <summary>A line about what goes on, or why a scenario was left out.</summary>
    public static void Note(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    public void Print()
    {
        string[] header = ["what", "measured", "bare", "ratio", "goal", "met"];
        var rows = _ratios.Select(ratio => (string[])[
            ratio.What,
            ratio.Measured,
            ratio.Bare,
            string.Create(CultureInfo.InvariantCulture, $"{ratio.Value:0.00} {ratio.Unit}"),
            string.Create(CultureInfo.InvariantCulture, $"{(ratio.AtLeast ? "≥" : "≤")} {ratio.Goal:0.##} {ratio.Unit}"),
            ratio.IsMet ? "yes" : "NO",
        ]).Prepend([.. header.Select(title => new string('-', title.Length))]).Prepend(header).ToList();
        var widths = Enumerable.Range(0, header.Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        Console.WriteLine();
        foreach (var row in rows) Console.WriteLine($"| {string.Join(" | ", row.Zip(widths, static (cell, width) => cell.PadRight(width, cell.All(c => c == '-') ? '-' : ' ')))} |");
    }
}
