using MiniExcelLibs;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Functions.Intake.Tables;

/// <summary>Writes the template as files that partners fill in.</summary>
internal static class TemplateFiles
{
    /// <summary>One header row; with an example row where asked.</summary>
    public static void WriteCsv(Stream stream, bool example = false)
    {
        using var csv = new CsvWriting(stream);
        csv.Cells(Template.Columns.Select(column => column.Name));
        csv.EndRow();
        if (!example) return;
        csv.Cells(Template.Columns.Select(column => column.Example));
        csv.EndRow();
    }

    /// <summary>A sheet to fill in, and one that explains its columns; with an example row where asked.</summary>
    public static void WriteXlsx(Stream stream, bool example = false)
    {
        var row = Template.Columns.ToDictionary(column => column.Name, object? (column) => example ? SafeCell.Of(column.Example) : null);
        var explanations = Template.Columns.Select(column => Template.ExplanationHeader.Zip([column.Name, column.IsRequired ? "Yes" : "", column.Explanation, SafeCell.Of(column.Example)])
            .ToDictionary(cell => cell.First, object? (cell) => cell.Second));
        stream.SaveAs(new Dictionary<string, object> { ["Projects"] = new[] { row }, ["Columns"] = explanations });
    }
}
