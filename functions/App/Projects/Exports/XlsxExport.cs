using System.Collections.Immutable;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>Projects as a workbook; what a sheet cannot hold goes on to the next.</summary>
internal static class XlsxExport
{
    public static async Task WriteAsync(IAsyncEnumerable<Project> projects, Stream stream, CancellationToken cancellation)
    {
        var file = TemporaryFile.Create();
        await using (file.ConfigureAwait(false))
        {
            using (var workbook = new WorkbookFile(file)) await WriteSheetsAsync(workbook, await TableBook.OfAsync(projects, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            file.Position = 0;
            await file.CopyToAsync(stream, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task WriteSheetsAsync(WorkbookFile workbook, TableBook book, CancellationToken cancellation)
    {
        var reading = book.RowsAsync(cancellation).GetAsyncEnumerator(cancellation);
        await using (reading.ConfigureAwait(false))
        {
            var (sheets, more) = (0, await reading.MoveNextAsync().ConfigureAwait(false));
            do
            {
                sheets++;
                using var sheet = workbook.Sheet(sheets == 1 ? "Projects" : $"Projects {sheets}");
                Row(sheet, book.Columns, static column => (column, false));
                // A project is not torn apart.
                for (; more && sheet.Rows < WorkbookFile.RowsInSheet; more = await reading.MoveNextAsync().ConfigureAwait(false))
                    foreach (var row in reading.Current) Row(sheet, book.Columns, column => (row[column], row.IsNumber(column)));
            }
            while (more);
        }
    }

    private static void Row(WorkbookSheet sheet, ImmutableArray<string> columns, Func<string, (string? Text, bool IsNumber)> cell)
    {
        sheet.BeginRow();
        foreach (var column in columns)
        {
            var (text, isNumber) = cell(column);
            if (text is null) sheet.Blank();
            else if (isNumber) sheet.Number(text);
            else sheet.Text(text);
        }

        sheet.EndRow();
    }
}
