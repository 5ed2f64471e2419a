using System.Collections.Immutable;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Problems of a table as a whole.</summary>
public static class TableProblems
{
    /// <summary>Columns that are not understood and hold something, and columns that contradict the one that counts.</summary>
    internal static ImmutableArray<Problem> OfColumns(TablePlan plan, RowReader reader, string? sheet)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var column in reader.Filled)
        {
            var at = new Position(sheet, plan.Header.Line, column.Name);
            if (plan.Doubles.TryGetValue(column.Index, out var first))
            {
                if (reader.Differing.Contains(column.Index))
                    problems.Add(new Problem(at, "column.double", Severity.Warning, $"{Named(column, first)} means the same as {Named(first, column)}, which counts; it is kept with the projects under its own name.", "Rename one of the two, or map it in your mapping file."));
            }
            else if (column.Meaning is null)
            {
                var near = column.IsNamed && !plan.Header.IsHxl ? HeaderNames.Nearest(column.Name) : null;
                problems.Add(new Problem(at, "column.unknown", Severity.Warning,
                    plan.Header.IsHxl ? $"“{column.Name}” has no hashtag that is understood; it is kept with the projects under its own name."
                    : column.IsNamed ? $"“{column.Name}” is not understood; it is kept with the projects under its own name." : $"Column {column.Name} has no header; it is kept with the projects under its letters.",
                    near is null ? null : $"Did you mean “{near}”?"));
            }
        }

        return problems.ToImmutable();
    }

    /// <summary>What hinders a table from being read: no header, no references or no titles; null where nothing does.</summary>
    public static Problem? Hindrance(TableHead head, string? sheet)
    {
        if (head.IsBlank) return new Problem(new Position(sheet), "table.empty", Severity.Fatal, "The table is empty.", "Start from the template.");
        if (head.Header is not { } header)
        {
            var row = head.FirstRow!;
            if (head.IsTurned) return Turned(sheet, row);
            return new Problem(new Position(sheet, row.Line), "table.no-header", Severity.Fatal,
                $"No header is recognised in the first {HeaderFinder.Depth} rows; the first one begins with {CellFault.Quote(FirstText(row))}.", "Name the columns as the template does, with at least “Reference” and “Title”, or send a mapping file.");
        }

        var missing = !header.Has(TableField.Reference) ? "Reference" : !header.Has(TableField.Title) ? "Title" : null;
        if (missing is null) return null;
        if (head.IsTurned) return Turned(sheet, head.FirstRow!);
        var understood = string.Join(", ", header.Columns.Where(column => column.Meaning is { Field: not TableField.Kept }).Select(column => $"“{column.Name}”").Take(8));
        return missing == "Reference"
            ? new Problem(new Position(sheet, header.Line), "reference.no-column", Severity.Fatal, $"No column holds the projects' references, by which they are told apart and found again{(header.Has(TableField.Title) ? "" : ", and none their titles")}; understood are {understood}.", "Add a column “Reference” with an identifier for each project that stays the same from file to file, or map the column that holds it in your mapping file.")
            : new Problem(new Position(sheet, header.Line), "title.no-column", Severity.Fatal, $"No column holds the projects' titles; understood are {understood}.", "Add a column “Title”, or map the column that holds it in your mapping file.");
    }

    private static Problem Turned(string? sheet, TableRow row) => new(new Position(sheet, row.Line), "table.turned", Severity.Fatal,
        "The names of the columns stand one under the other, in the first column: each project would be a column.", "Turn the table round: copy it, and paste it with “Transpose”, so that each project is a row.");

    /// <summary>The column's name, and its letters where another one bears the name too.</summary>
    private static string Named(HeaderColumn column, HeaderColumn other) =>
        column.Name == other.Name ? $"“{column.Name}” in column {HeaderColumn.Letters(column.Index)}" : $"“{column.Name}”";

    private static string FirstText(TableRow row)
    {
        for (var column = 0; column < row.Count; column++)
            if (!row.IsEmpty(column)) return row.Text(column).ToString();
        return "";
    }
}
