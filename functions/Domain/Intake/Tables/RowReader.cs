using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads what a row says into the project that it belongs to.</summary>
internal sealed class RowReader
{
    private readonly TablePlan _plan;
    private readonly TableStyle _style;
    private readonly RowCells _cells;
    private readonly ColumnProblems _once;
    private readonly MoneyCells _money;
    private readonly GroupCells _groups;
    private readonly TextCache<(ActivityStatus? Status, CellFault? Fault)> _statuses = new();
    private readonly TextCache<DateTimeOffset> _moments = new();
    private readonly TextCells _texts;
    private readonly KeptCells _kept;

    public RowReader(TablePlan plan, TableStyle style, string? sheet, ColumnProblems once)
    {
        (_plan, _style, _once) = (plan, style, once);
        _cells = new RowCells(sheet);
        _texts = new TextCells(plan, _cells);
        _kept = new KeptCells(plan, _cells);
        _money = new MoneyCells(plan, style, _cells, once);
        _groups = new GroupCells(plan, style, _cells);
    }

    /// <summary>Columns that are not understood and hold something somewhere.</summary>
    public IEnumerable<HeaderColumn> Filled => _kept.Filled;

    /// <summary>Doubled columns that somewhere say something else than the column that counts.</summary>
    public HashSet<int> Differing => _kept.Differing;

    public void Read(TableRow row, ProjectDraft draft, bool sameReference)
    {
        _cells.Move(row, draft.Problems);
        foreach (var (field, columns) in _plan.Scalars) Scalar(field, columns, draft);
        _texts.Read(draft);
        _groups.Read(draft);
        foreach (var column in _plan.Lists) List(column, draft);
        _money.Read(draft, sameReference && draft.Rows > 0);
        _kept.Read(row, draft);
        if (_plan.Details is { } details && draft.Details.Length < ProjectLimits.Details) draft.Details.Append(row.Text(details.Index));
        draft.Rows++;
    }

    private void Scalar(TableField field, System.Collections.Immutable.ImmutableArray<HeaderColumn> columns, ProjectDraft draft)
    {
        if (_cells.First(columns) is not { } column) return;
        switch (field)
        {
            case TableField.Language: draft.Language ??= Languages.CodeOf(_cells.Text(column)); break;
            case TableField.Status: draft.Status = Once(draft, column, draft.Status, Status(column, draft)); break;
            case TableField.PlannedStart: draft.PlannedStart = Once(draft, column, draft.PlannedStart, Date(column, draft, false)); break;
            case TableField.ActualStart: draft.ActualStart = Once(draft, column, draft.ActualStart, Date(column, draft, false)); break;
            case TableField.PlannedEnd: draft.PlannedEnd = Once(draft, column, draft.PlannedEnd, Date(column, draft, true)); break;
            case TableField.ActualEnd: draft.ActualEnd = Once(draft, column, draft.ActualEnd, Date(column, draft, true)); break;
            case TableField.Period: Period(column, draft); break;
            case TableField.LastUpdated: draft.LastUpdated ??= Moment(column, draft); break;
            case TableField.Hierarchy: draft.Hierarchy ??= int.TryParse(_cells.Text(column), out var level) && level is >= 0 and <= 9 ? level : null; break;
            case TableField.Website: draft.Website ??= Website(column, draft); break;
        }
    }

    private T? Once<T>(ProjectDraft draft, HeaderColumn column, T? known, T? read)
        where T : struct
    {
        if (known is not { } first) return read;
        if (read is { } value && draft.Rows > 0 && !EqualityComparer<T>.Default.Equals(first, value))
            _cells.Report(new CellFault(column, "row.differs", $"{CellFault.Quote(_cells.Text(column).ToString())} differs from what the project's rows above say; the first counts."));
        return known;
    }

    private DateOnly? Date(HeaderColumn column, ProjectDraft draft, bool end) => _style.Date(column, _cells, _once, draft, end);

    private ActivityStatus? Status(HeaderColumn column, ProjectDraft draft)
    {
        var text = _cells.Text(column);
        if (!_statuses.TryGet(text, out var read))
        {
            var written = CellText.Clean(text);
            var match = ActivityStatuses.Find(written);
            read = match.TryGet(out var status)
                ? (status, null)
                : (null, new CellFault(column, "status.unknown", $"{CellFault.Quote(written)} is no status; it is kept as written.", (SaysMore(written) ? null : SectorCells.Suggest(match.DidYouMean)) ?? "Write Pipeline, Implementation, Finalisation, Closed, Cancelled or Suspended."));
            _statuses.Add(text, read);
        }

        if (read.Fault is null) return read.Status;
        _cells.Report(read.Fault);
        _kept.Extra(draft, column.Name, CellText.Clean(text));
        return null;
    }

    /// <summary>The nearest status would be the opposite of <c>not completed</c>, or of <c>70% complete</c>.</summary>
    private static bool SaysMore(string status) =>
        status.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || Folding.Fold(status).Split(' ').Any(static word => word is "not" or "no" or "non" or "pas" or "ne");

    private void Period(HeaderColumn column, ProjectDraft draft)
    {
        var text = _cells.Text(column);
        var (start, end, ambiguous) = PeriodCells.Read(text, _style.Order(column));
        if (start is null && end is null)
        {
            _kept.Extra(draft, column.Name, CellText.Clean(text));
            if (_once.IsNew(column, "period.not-understood"))
                _once.Report(column, "period.not-understood", $"{CellFault.Quote(text.ToString())} does not say when the project starts and ends; it is kept as written, and so are others like it.", "Write periods as 2024-2026, or give columns “Start” and “End”.", _cells.Line);
        }

        if (ambiguous && _once.IsNew(column, "date.ambiguous"))
            _once.Report(column, "date.ambiguous", $"{CellFault.Quote(text.ToString())} is read day first, as {start:yyyy-MM-dd} to {end:yyyy-MM-dd}: nothing in the file shows whether its dates begin with the day or the month.", "Write dates as 2024-03-05.", _cells.Line);
        draft.PlannedStart ??= start;
        draft.PlannedEnd ??= end;
    }

    private DateTimeOffset? Moment(HeaderColumn column, ProjectDraft draft)
    {
        var text = _cells.Text(column);
        if (_moments.TryGet(text, out var known)) return known;
        if (text.Length > 10 && text[4] == '-' && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var moment)) return _moments.Add(text, moment);
        return Date(column, draft, false) is { } day ? new DateTimeOffset(day, default, TimeSpan.Zero) : null;
    }

    private string? Website(HeaderColumn column, ProjectDraft draft)
    {
        var text = CellText.Clean(_cells.Text(column));
        var address = text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + text : text;
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return address;
        _cells.Report(new CellFault(column, "website.not-understood", $"{CellFault.Quote(text)} is no address of a page; it is kept as written.", "Write the whole address, such as https://www.example.org/project."));
        _kept.Extra(draft, column.Name, text);
        return null;
    }

    private void List(HeaderColumn column, ProjectDraft draft)
    {
        var text = _cells.Text(column);
        if (text.Length == 0) return;
        var written = CellText.Clean(text, lines: true);
        if (column.Meaning!.Field == TableField.OtherIdentifier)
        {
            OtherIdentifiers(written, draft);
            return;
        }

        foreach (var share in column.Meaning!.Field == TableField.Paper ? ShareList.SplitAtCommas(written) : ShareList.Split(written)) Entry(column, share.Text, draft);
    }

    private void Entry(HeaderColumn column, string text, ProjectDraft draft)
    {
        switch (column.Meaning!.Field)
        {
            case TableField.Paper when Rainbow.Papers.Find(text) is var match:
                if (match.TryGet(out var paper))
                {
                    if (!draft.Papers.Contains(paper.Id)) draft.Papers.Add(paper.Id);
                    break;
                }

                _cells.Report(new CellFault(column, "paper.unknown", $"{CellFault.Quote(text)} is no paper of the Rainbow Strategy; it is kept as written.", SectorCells.Suggest(match.DidYouMean) ?? "Write Blue, Green, Yellow, Violet, Red, Orange or Indigo."));
                _kept.Extra(draft, column.Name, text);
                break;
            case TableField.Related when new RelatedActivity(column.Meaning.Type, text) is var related:
                if (!draft.Related.Contains(related)) draft.Related.Add(related);
                break;
        }
    }

    private void OtherIdentifiers(string written, ProjectDraft draft)
    {
        var texts = ShareList.Split(written);
        var types = _cells.Whole(_plan.OtherIdentifierTypes) is { Length: > 0 } list ? ShareList.SplitParallel(list) : [];
        for (var at = 0; at < texts.Length; at++)
        {
            var other = new OtherIdentifier(texts[at].Text, types.Length == texts.Length && types[at].Length > 0 ? types[at] : null);
            if (!draft.OtherIdentifiers.Exists(known => known.Reference == other.Reference && (known.Type == other.Type || other.Type is null))) draft.OtherIdentifiers.Add(other);
        }
    }
}
