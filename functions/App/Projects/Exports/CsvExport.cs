using System.Text;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>Projects as CSV: UTF-8 with a byte order mark, so that spreadsheets read it as such; commas; no cell that a spreadsheet would calculate.</summary>
internal static class CsvExport
{
    private const int FlushFrom = 32_768;

    public static async Task WriteAsync(IAsyncEnumerable<Project> projects, Stream stream, CancellationToken cancellation)
    {
        var book = await TableBook.OfAsync(projects, cancellation).ConfigureAwait(false);
        var lines = new StringBuilder("\uFEFF").AppendJoin(',', book.Columns.Select(CsvCell.Of)).Append("\r\n");
        await foreach (var rows in book.RowsAsync(cancellation).ConfigureAwait(false))
        {
            foreach (var row in rows) lines.AppendJoin(',', book.Columns.Select(column => row[column] is { } text ? CsvCell.Of(text) : "")).Append("\r\n");
            if (lines.Length >= FlushFrom) await FlushAsync(lines, stream, cancellation).ConfigureAwait(false);
        }

        await FlushAsync(lines, stream, cancellation).ConfigureAwait(false);
    }

    private static async Task FlushAsync(StringBuilder lines, Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(lines.ToString()), cancellation).ConfigureAwait(false);
        lines.Clear();
    }
}
