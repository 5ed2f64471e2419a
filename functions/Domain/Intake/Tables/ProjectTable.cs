using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads the projects of one table, row by row.</summary>
internal sealed class ProjectTable
{
    private readonly ReadingContext _context;
    private readonly string? _sheet;
    private readonly TablePlan _plan;
    private readonly RowKinds _kinds;
    private readonly RowReader _reader;
    private readonly ColumnProblems _once;
    private readonly FurtherTables _further;
    private readonly ProjectDraft _buffer = new();
    private ProjectDraft? _draft;
    private HeadingPlace? _place;
    private bool _placeTold;

    public ProjectTable(TableHead head, ReadingContext context, string? sheet)
    {
        (_context, _sheet) = (context, sheet);
        _plan = TablePlan.Of(head.Header!);
        _once = new ColumnProblems(sheet);
        _further = new FurtherTables(context.Mapping);
        if (head.Units is { } units)
            _once.Add(new Problem(new Position(sheet, units.Line), "amount.unit-of-title", Severity.Warning, $"{CellFault.Quote(units.Text)} is taken as the unit of all amounts whose column names none.", "Name the unit in the column’s header, such as “Budget (USD thousand)”."));
        _place = sheet is null ? null : HeadingPlace.Of(sheet, null);
        var style = new TableStyle(head.Header!, [.. head.Data]);
        _kinds = new RowKinds(_plan, style);
        _reader = new RowReader(_plan, style, sheet, _once);
    }

    /// <summary>The last project, and what is known once all rows were read.</summary>
    public IEnumerable<RecordRead> End()
    {
        if (Finish() is { } last) yield return last;
        _once.Close();
        if (_once.Take() is { Length: > 0 } left) yield return RecordRead.OfFile(left);
        if (TableProblems.OfColumns(_plan, _reader, _sheet) is { Length: > 0 } columns) yield return RecordRead.OfFile(columns);
    }

    /// <summary>The header of another table of projects, where this row is one; that of a table of something else is named and its rows are passed over.</summary>
    public TableHeader? Next(TableRow row)
    {
        if (_further.Begins(row) is not { } header) return null;
        if (!_further.IsForeign) return header;
        _once.Add(new Problem(new Position(_sheet, row.Line), "table.not-read", Severity.Warning, $"Another table begins here, with {CellFault.Quote(header.Columns.First(column => column.IsNamed).Name)}, and lacks references or titles of projects; its rows are left out.", "A table of projects has at least the columns “Reference” and “Title”."));
        return null;
    }

    /// <summary>Problems of the table as a whole that were found since the last time.</summary>
    public System.Collections.Immutable.ImmutableArray<Problem> Problems() => _once.Take();

    /// <summary>Takes a row; the project above where this one ends it.</summary>
    public RecordRead? Take(TableRow row)
    {
        if (_further.IsForeign && !row.IsBlank) return null;
        var reference = First(row, _plan.References);
        var title = TitleOf(row);
        var kind = _kinds.Of(row, _draft, reference, title);
        _further.Follow(kind);
        RecordRead? finished = null;
        switch (kind)
        {
            case RowKind.Blank:
                return null;
            case RowKind.Note:
                finished = Heading(row);
                Skip(row, kind);
                return finished;
            case RowKind.Header or RowKind.Total:
                Skip(row, kind);
                return null;
            case RowKind.Project or RowKind.Nameless:
                finished = Finish();
                _draft = Begin(row, reference, title, kind);
                break;
        }

        if (kind == RowKind.Child && _kinds.HasAmountsAlone(row))
            _draft!.Problems.Add(new Problem(new Position(_sheet, row.Line), "row.amount-alone", Severity.Warning, "The row holds nothing but an amount, which is added to the project above. If it is a total, that project counts too much.", "Write “Total” before a total; give a further amount of a project its date or period."));
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
        if (draft.Places.Count == 0 && _place is not null)
        {
            draft.Places.Add(_place.Share);
            if (!_placeTold) _once.Add(_place.Problem(_sheet));
            _placeTold = true;
        }

        var refused = draft.Problems.Exists(problem => problem.Severity >= Severity.Error);
        return new RecordRead(draft.ReferenceText.Length == 0 ? null : draft.ReferenceText, new Position(_sheet, draft.Line), refused ? null : draft.ToProject(_context.Partner), [.. draft.Problems])
        {
            Details = draft.Details.Length > 0 ? draft.Details.ToString() : null,
        };
    }

    private HeaderColumn? EndColumn() =>
        _plan.Scalars.Where(scalar => scalar.Field is TableField.ActualEnd or TableField.PlannedEnd or TableField.Period).Select(scalar => scalar.Columns[0]).LastOrDefault();

    /// <summary>A heading that names a place is the place of the projects below; another one ends that. The project above lies under the heading before.</summary>
    private RecordRead? Heading(TableRow row)
    {
        var at = 0;
        while (row.IsEmpty(at)) at++;
        var next = HeadingPlace.Of(CellText.Clean(row.Text(at)), row.Line);
        if (next is null && _place?.Line is null) return null;
        var finished = Finish();
        (_place, _placeTold) = (next, false);
        return finished;
    }

    private void Skip(TableRow row, RowKind kind)
    {
        if (kind == RowKind.Header) return;
        if (kind == RowKind.Total && _kinds.Differing(row) is var (total, sum))
        {
            _once.Add(new Problem(new Position(_sheet, row.Line, total.Name), "row.total-differs", Severity.Warning, $"The row holds a total and is left out. Its {CellFault.Quote(row.Text(total.Index).ToString())} is not the sum of the amounts above it, {sum:#,0.##}; those count.", "Look whether a row is missing, or an amount or the total is wrong."));
            return;
        }

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
