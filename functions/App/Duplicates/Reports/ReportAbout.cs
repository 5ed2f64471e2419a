using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>The sheet "About" of a report: what it is, how to fill it in, what was left out.</summary>
internal static class ReportAbout
{
    private static readonly SheetLook Look = new([34, 100]);

    /// <param name="continued">Sheets in which others go on.</param>
    public static void Write(WorkbookFile workbook, DuplicateReport report, ReportLinks links, IReadOnlyList<string> continued)
    {
        using var sheet = workbook.Sheet("About", Look);
        Row("Report", $"Possible duplicates, {CardRows.Day(report.Date)}", CellStyle.Header);
        Row("In a sentence", ReportWords.Summary(report));
        Row("Last report before", report.Previous is { } previous ? CardRows.Day(previous) : "none: this is the first");
        Number("Projects in the register", report.Figures.Projects);
        Number("Compared tonight", report.Figures.Changed);
        Row("Everything was compared", report.Figures.Full ? "yes" : "no: what changed since the last run, against everything");
        Row("Weights estimated", ShortText.Of(report.Figures.Model, 100));
        Number("Decided before, not listed", report.DecidedBefore);
        Row("How to decide", $"Fill in “Verdict” (same, related, overlap or unrelated) and “Note”, save the sheet as CSV and send it to POST {links.Site}/api/duplicates/verdicts; or send one verdict to PUT {links.Verdict("{pair}")}.");
        Row("Reasons", "In points: each point doubles the odds. What speaks against a pair has a minus.");
        Row("Long texts", "Titles are cut at 1,000 characters and reasons at 2,000; the JSON has them whole.");
        foreach (var name in continued) Row("More rows than a sheet holds", $"They go on in the sheet “{name}”.");
        foreach (var note in report.Figures.Notes) Row("Left out", ShortText.Of(note, 2_000));

        void Row(string name, string text, CellStyle style = CellStyle.Wrapped)
        {
            sheet.BeginRow((1 + (text.Length / 90)) * ReportWorkbook.Line);
            sheet.Text(name, style);
            sheet.Text(text, style);
            sheet.EndRow();
        }

        void Number(string name, int number)
        {
            sheet.BeginRow();
            sheet.Text(name, CellStyle.Wrapped);
            sheet.Number(number, CellStyle.Amount);
            sheet.EndRow();
        }
    }
}
