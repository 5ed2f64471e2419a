using System.Collections.Immutable;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>
/// A report as a workbook: sheets "New", "Open" and "Decided" with a row for each pair, "Groups" with a row for each record of a group, and
/// "About". What a sheet cannot hold goes on in the next, such as "New 2", and "About" says so.
/// </summary>
internal static class ReportWorkbook
{
    /// <summary>The height of a line, in points.</summary>
    public const int Line = 15;

    public const string ContentType = WorkbookFile.ContentType;

    /// <param name="stream">Is left open.</param>
    public static Task WriteAsync(Stream stream, DuplicateReport report, ReportLinks links, CancellationToken cancellation) =>
        WriteAsync(stream, report, links, WorkbookFile.RowsInSheet, cancellation);

    /// <param name="rowsInSheet">With the header; 2 or more.</param>
    internal static async Task WriteAsync(Stream stream, DuplicateReport report, ReportLinks links, int rowsInSheet, CancellationToken cancellation)
    {
        await using var file = TemporaryFile.Create();
        using (var workbook = new WorkbookFile(file)) Write(workbook, report, links, rowsInSheet, cancellation);
        file.Position = 0;
        await file.CopyToAsync(stream, cancellation);
    }

    private static void Write(WorkbookFile workbook, DuplicateReport report, ReportLinks links, int rowsInSheet, CancellationToken cancellation)
    {
        var continued = new List<string>();
        var groups = GroupRows.Numbers(report);
        foreach (var section in Enum.GetValues<ReportSection>())
        {
            var rows = new PairRows(section, groups, links);
            Fill(Name(section), PairRows.Look, PairRows.Lines, PairRows.Columns(section), report.Pairs.Where(pair => ReportParts.SectionOf(pair) == section), rows.Write);
        }

        var members = new GroupRows(report, links);
        Fill("Groups", GroupRows.Look, GroupRows.Lines, GroupRows.Columns, members.All(), members.Write);
        ReportAbout.Write(workbook, report, links, continued);

        void Fill<T>(string name, SheetLook look, int lines, ImmutableArray<string> columns, IEnumerable<T> rows, Action<WorkbookSheet, T> write)
        {
            using var reading = rows.GetEnumerator();
            var (sheets, more) = (0, reading.MoveNext());
            do
            {
                var called = ++sheets == 1 ? name : $"{name} {sheets}";
                if (sheets > 1) continued.Add(called);
                using var sheet = workbook.Sheet(called, look);
                sheet.BeginRow(2 * Line);
                foreach (var column in columns) sheet.Text(column, CellStyle.Header);
                sheet.EndRow();
                for (; more && sheet.Rows < rowsInSheet; more = reading.MoveNext())
                {
                    cancellation.ThrowIfCancellationRequested();
                    sheet.BeginRow(lines * Line);
                    write(sheet, reading.Current);
                    sheet.EndRow();
                }
            }
            while (more);
        }
    }

    private static string Name(ReportSection section) => section switch
    {
        ReportSection.New => "New",
        ReportSection.Open => "Open",
        _ => "Decided",
    };
}
