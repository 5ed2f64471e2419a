using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads the projects of one table, one after the other.</summary>
public sealed class ProjectTable
{
    private readonly ReadingContext _context;
    private readonly string? _sheet;
    private readonly TablePlan _plan;
    private readonly RowKinds _kinds;
    private readonly RowReader _reader;
    private readonly ColumnProblems _once;
    private readonly ProjectDraft _buffer = new();
    private ProjectDraft? _draft;

    private ProjectTable(TableHead head, ReadingContext context, string? sheet)
    {
        (_context, _sheet) = (context, sheet);
        _plan = TablePlan.Of(head.Header!);
        _kinds = new RowKinds(_plan);
        _once = new ColumnProblems(sheet);
        _reader = new RowReader(_plan, new TableStyle(head.Header!, [.. head.Data]), sheet, _once);
    }

    /// <param name="head">The table's first rows, with a header that has references and titles.</param>
    /// <param name="rows">The rows after them.</param>
    /// <param name="sheet">The sheet's name; null where the file is one table.</param>
    public static IEnumerable<RecordRead> Read(TableHead head, ITableRows rows, ReadingContext context, string? sheet)
    {
        if (head.Header is null) throw new ArgumentException("The table has no header.", nameof(head));
        var table = new ProjectTable(head, context, sheet);
        return table.Read(head, rows);
    }

    private IEnumerable<RecordRead> Read(TableHead head, ITableRows rows)
    {
        foreach (var row in head.Data)
        {
            if (Take(row) is { } finished) yield return finished;
            if (_once.Take() is { Length: > 0 } problems) yield return RecordRead.OfFile(problems);
        }

        var buffer = new TableRow();
        while (rows.Read(buffer))
        {
            if (Take(buffer) is { } finished) yield return finished;
            if (_once.Take() is { Length: > 0 } problems) yield return RecordRead.OfFile(problems);
        }

        if (Finish() is { } last) yield return last;
        if (_once.Take() is { Length: > 0 } left) yield return RecordRead.OfFile(left);
        if (TableProblems.OfColumns(_plan, _reader, _sheet) is { Length: > 0 } columns) yield return RecordRead.OfFile(columns);
        if (rows.Fault is { } fault) yield return RecordRead.OfFile(fault);
    }

    /// <summary>Takes a row; the project above where this one ends it.</summary>
    private RecordRead? Take(TableRow row)
    {
        var reference = First(row, _plan.References);
        var title = TitleOf(row);
        var kind = _kinds.Of(row, _draft, reference, title);
        RecordRead? finished = null;
        switch (kind)
        {
            case RowKind.Blank:
                return null;
            case RowKind.Header or RowKind.Total or RowKind.Note:
                Skip(row, kind);
                return null;
            case RowKind.Project or RowKind.Nameless:
                finished = Finish();
                _draft = Begin(row, reference, title, kind);
                break;
        }

        _reader.Read(row, _draft!, kind == RowKind.Repeated);
        _kinds.Count(row, kind == RowKind.Project);
        return finished;
    }

    private ProjectDraft Begin(TableRow row, ReadOnlySpan<char> text, ReadOnlySpan<char> title, RowKind kind)
    {
        var written = CellText.Clean(text);
        var draft = _buffer;
        draft.Begin(written, ProjectReference.From(written), row.Line, title.ToString());
        var column = _plan.References[0];
        if (kind == RowKind.Nameless)
            draft.Problems.Add(new Problem(new Position(_sheet, row.Line, column.Name), "reference.missing", Severity.Error, "The project has no reference, by which it could be told apart and found again.", $"Fill “{column.Name}”, or repeat nothing but places, sectors, organisations and amounts under the project that they belong to."));
        else if (draft.Reference is null)
            draft.Problems.Add(new Problem(new Position(_sheet, row.Line, column.Name), "reference.too-long", Severity.Error, $"The reference has {written.Length:N0} characters; the longest that is read has {ProjectReference.MaximumLength}.", null));
        return draft;
    }

    private RecordRead? Finish()
    {
        if (_draft is not { } draft) return null;
        _draft = null;
        if (draft.Titles.Count == 0)
            draft.Problems.Add(new Problem(new Position(_sheet, draft.Line, _plan.Titles[0][0].Name), "title.missing", Severity.Error, "The project has no title.", $"Fill “{_plan.Titles[0][0].Name}”."));
        foreach (var fault in ShareRules.Check(draft, _plan)) draft.Problems.Add(fault.At(_sheet, draft.Line));
        if (draft.Dates is { Start: { } start, End: { } end } && end < start && EndColumn() is { } column)
            draft.Problems.Add(new Problem(new Position(_sheet, draft.Line, column.Name), "dates.end-before-start", Severity.Warning, $"The project ends on {end:yyyy-MM-dd}, before it starts on {start:yyyy-MM-dd}.", "Correct the dates."));
        var refused = draft.Problems.Exists(problem => problem.Severity >= Severity.Error);
        return new RecordRead(draft.ReferenceText.Length == 0 ? null : draft.ReferenceText, new Position(_sheet, draft.Line), refused ? null : draft.ToProject(_context.Partner), [.. draft.Problems]);
    }

    private HeaderColumn? EndColumn() =>
        _plan.Scalars.Where(scalar => scalar.Field is TableField.ActualEnd or TableField.PlannedEnd or TableField.Period).Select(scalar => scalar.Columns[0]).LastOrDefault();

    private void Skip(TableRow row, RowKind kind)
    {
        if (kind == RowKind.Header) return;
        var at = 0;
        while (row.IsEmpty(at)) at++;
        var column = at < _plan.Header.Columns.Length ? _plan.Header.Columns[at] : _plan.References[0];
        var (rule, message) = kind == RowKind.Total
            ? ("row.total", "The row holds a total and is left out.")
            : ("row.note", $"The row holds nothing but {CellFault.Quote(row.Text(at).ToString())} and is left out as a heading or a note.");
        _once.Add(new Problem(new Position(_sheet, row.Line, column.Name), rule, Severity.Warning, message));
    }

    private ReadOnlySpan<char> TitleOf(TableRow row)
    {
        foreach (var columns in _plan.Titles)
            if (First(row, columns) is { Length: > 0 } title) return title;
        return default;
    }

    private static ReadOnlySpan<char> First(TableRow row, System.Collections.Immutable.ImmutableArray<HeaderColumn> columns)
    {
        foreach (var column in columns)
            if (row.Text(column.Index) is { Length: > 0 } text && row.Kind(column.Index) != CellKind.Error && !BlankCells.IsBlank(text)) return text;
        return default;
    }
}
