using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Tables;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>
/// The rows of an export, and the columns that they need. The projects are gone through twice: once for the columns, once for the rows. Each
/// project's rows are read as an upload would read them; what is not read as it stands in the register goes into a column of details.
/// </summary>
internal sealed class TableBook
{
    private const int LongestDetails = 30_000;

    private const int MostEchoes = 256;

    private readonly IAsyncEnumerable<Project> _projects;
    private readonly Dictionary<string, TableEcho> _echoes = new(StringComparer.Ordinal);
    private readonly Domain.Intake.Tables.TableRow _buffer = new();

    private TableBook(IAsyncEnumerable<Project> projects) => _projects = projects;

    public ImmutableArray<string> Columns { get; private set; } = TableColumns.Usual;

    /// <param name="projects">Can be gone through twice; a project that changes in between is told as it is the second time.</param>
    public static async Task<TableBook> OfAsync(IAsyncEnumerable<Project> projects, CancellationToken cancellation)
    {
        var book = new TableBook(projects);
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var project in projects.WithCancellation(cancellation).ConfigureAwait(false))
        {
            // Once some project needs details, none has to be read for knowing that the column is there.
            foreach (var row in names.Contains(TableColumns.Details) ? TableRows.Of(project) : book.Rows(project, null)) names.UnionWith(row.Filled);
        }

        book.Columns = TableColumns.With(names);
        return book;
    }

    public async IAsyncEnumerable<IReadOnlyList<TableRow>> RowsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        // One reader for all, as for the file: what it makes of a row may depend on those before it.
        _echoes.Clear();
        await foreach (var project in _projects.WithCancellation(cancellation).ConfigureAwait(false)) yield return Rows(project, Columns);
    }

    /// <param name="columns">null where those count that the project needs by itself.</param>
    private List<TableRow> Rows(Project project, ImmutableArray<string>? columns)
    {
        var rows = TableRows.Of(project);
        if (Echo(project, rows, columns ?? TableColumns.With(rows.SelectMany(static row => row.Filled))) is { } read && TableDetails.Of(project, read) is { } details) Set(rows, details);
        return rows;
    }

    /// <summary>What a reader makes of the rows; null where it refuses them.</summary>
    private Project? Echo(Project project, List<TableRow> rows, ImmutableArray<string> columns)
    {
        var key = string.Join('\u001F', columns.AsSpan()[TableColumns.Usual.Length..].ToArray());
        if (!_echoes.TryGetValue(key, out var echo))
        {
            if (_echoes.Count >= MostEchoes) _echoes.Clear();
            _echoes[key] = echo = new TableEcho(columns, new ReadingContext(project.Partner, "", default, ImmutableDictionary<string, string>.Empty));
        }

        return echo.Read(rows.Select(row => Filled(row, columns)))?.Project;
    }

    private Domain.Intake.Tables.TableRow Filled(TableRow row, ImmutableArray<string> columns)
    {
        _buffer.Begin(2);
        foreach (var column in columns)
        {
            if (row[column] is not { } text) _buffer.Add("");
            else if (row.IsNumber(column)) _buffer.Add(double.Parse(text, CultureInfo.InvariantCulture), CellKind.Number);
            else _buffer.Add(WorkbookSheet.Cell(text));
        }

        return _buffer;
    }

    /// <summary>In as many rows as it takes; white space at the end of a cell would be lost.</summary>
    private static void Set(List<TableRow> rows, string details)
    {
        for (var (at, start) = (0, 0); start < details.Length; at++)
        {
            var end = Math.Min(details.Length, start + LongestDetails);
            while (end < details.Length && (!char.IsAsciiLetterOrDigit(details[end]) || !char.IsAsciiLetterOrDigit(details[end - 1])) && end > start + 1) end--;
            if (end == start + 1) end = Math.Min(details.Length, start + LongestDetails);
            if (rows.Count <= at)
            {
                rows.Add(new TableRow());
                rows[at].Set(TableColumns.Reference, rows[0][TableColumns.Reference]);
            }

            rows[at].Set(TableColumns.Details, details[start..end]);
            start = end;
        }
    }
}
