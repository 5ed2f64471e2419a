using System.Collections.Frozen;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Tells the rows of projects from what else stands in tables.</summary>
internal sealed class RowKinds(TablePlan plan, TableStyle style)
{
    private static readonly FrozenSet<string> Totals = new[]
    {
        "total", "totals", "grand total", "sub total", "subtotal", "sum", "overall total", "total general", "total general", "somme", "sous total", "suma", "itogo", "vsego", "obshchii itog", "summa", "podytog", "promezhutochnyi itog", "total net", "net total",
    }.ToFrozenSet();

    private readonly HeaderColumn[] _amounts = [.. plan.Money.Amounts.SelectMany(money => money.Amounts)];
    private const int MostTotals = 200;

    /// <summary>Of all totals that are kept; a row may have thousands of columns.</summary>
    private const int MostSums = 100_000;

    private static readonly DecimalMark?[] Marks = [null, DecimalMark.Point, DecimalMark.Comma];

    private readonly decimal[] _sums = new decimal[plan.Header.Columns.Length];

    /// <summary>The sums as they stood at each total: a further one may be of what came since any of them.</summary>
    private readonly List<decimal[]> _totals = [];
    private int _projects;

    public RowKind Of(TableRow row, ProjectDraft? above, ReadOnlySpan<char> reference, ReadOnlySpan<char> title)
    {
        var (filled, first) = Filled(row);
        if (filled == 0) return RowKind.Blank;
        if (IsTotal(row, first, title) || IsTotalOf(row, first, title)) return RowKind.Total;
        if (!reference.IsEmpty && (IsHeader(row) || above is null && ColumnLabels.Are(row))) return RowKind.Header;
        if (filled == 1 && title.IsEmpty && !reference.IsEmpty && IsHeading(reference)) return RowKind.Note;
        if (filled == 1 && reference.IsEmpty && row.Kind(first) == CellKind.Text && IsUnnamed(first)) return RowKind.Note;

        var same = above is not null && (title.IsEmpty || title.Equals(above.TitleText, StringComparison.OrdinalIgnoreCase));
        if (reference.IsEmpty)
        {
            if (same && IsSum(row)) return RowKind.Total;
            return same ? RowKind.Child : RowKind.Nameless;
        }

        if (same && above!.Reference is not null && (reference.SequenceEqual(above.ReferenceText) || above.Reference.Equals(ProjectReference.From(reference.ToString())))) return RowKind.Repeated;
        return RowKind.Project;
    }

    /// <summary>Adds a project's row to the sums that a row without a name may turn out to be.</summary>
    public void Count(TableRow row, bool project)
    {
        if (project) _projects++;
        foreach (var column in _amounts)
            if (!row.IsEmpty(column.Index)) _sums[column.Index] += AmountOf(row, column);
    }

    /// <summary>An amount in a row of totals that is not the sum of the amounts above it, neither of all nor of those since another total; null where there is none.</summary>
    public (HeaderColumn Column, decimal Sum)? Differing(TableRow total)
    {
        // Amounts that are shown in whole units have been rounded one by one.
        var tolerance = 1 + (_projects * 0.5m);
        (HeaderColumn Column, decimal Sum)? differing = null;
        foreach (var column in _amounts)
        {
            if (total.IsEmpty(column.Index) || AmountOf(total, column) == 0) continue;
            var sum = _sums[column.Index];
            // A row of totals is often written by another hand, with another decimal mark.
            if (Array.Exists(Marks, mark => AmountOf(total, column, mark) is var amount
                && (Math.Abs(amount - sum) <= tolerance || _totals.Exists(before => Math.Abs(amount - (sum - before[column.Index])) <= tolerance)))) continue;
            differing = (column, sum - (_totals.Count > 0 ? _totals[^1][column.Index] : 0));
            break;
        }

        if (_totals.Count < MostTotals && _totals.Count * _sums.Length < MostSums) _totals.Add([.. _sums]);
        return differing;
    }

    /// <summary>A row that holds nothing but amounts, and no word of what they are.</summary>
    public bool HasAmountsAlone(TableRow row)
    {
        var (filled, first) = Filled(row);
        return filled > 0 && IsAmount(first) && HasAmountsAlone(row, first);
    }

    /// <summary>A row that holds nothing but the sums of the columns above it: of all, or of what came since another total.</summary>
    private bool IsSum(TableRow row)
    {
        if ((_projects < 2 && _totals.Count == 0) || !HasAmountsAlone(row)) return false;
        return IsSumSince(row, null) || _totals.Exists(before => IsSumSince(row, before));
    }

    private bool IsSumSince(TableRow row, decimal[]? before) => Array.TrueForAll(_amounts, column =>
        row.IsEmpty(column.Index) || (AmountOf(row, column) is not 0 and var amount && amount == _sums[column.Index] - (before?[column.Index] ?? 0)));

    private bool IsAmount(int column) => Array.Exists(_amounts, amount => amount.Index == column);

    /// <summary>In the unit of the column's header.</summary>
    private decimal AmountOf(TableRow row, HeaderColumn column) => AmountOf(row, column, style.Mark(column));

    private static decimal AmountOf(TableRow row, HeaderColumn column, DecimalMark? mark)
    {
        var read = row.Kind(column.Index) == CellKind.Number ? AmountCells.Read(row.Number(column.Index)) : AmountCells.Read(row.Text(column.Index), mark);
        return read is AmountCell.Sum sum && Math.Abs(sum.Amount) < 1e18m ? sum.Multiple == 1 ? sum.Amount : sum.Amount / column.Meaning!.Multiple : 0;
    }

    private static (int Filled, int First) Filled(TableRow row)
    {
        var (filled, first) = (0, -1);
        for (var column = 0; column < row.Count && filled < 2; column++)
        {
            if (row.IsEmpty(column)) continue;
            if (filled++ == 0) first = column;
        }

        return (filled, first);
    }

    /// <summary>Whether a row begins with a word for a total.</summary>
    public static bool IsTotal(TableRow row)
    {
        var (filled, first) = Filled(row);
        return filled > 0 && IsTotal(row, first, []);
    }

    private static bool IsTotal(TableRow row, int first, ReadOnlySpan<char> title)
    {
        var text = row.Text(first);
        return text.Length is >= 3 and <= 24 && MayBeTotal(text, title) && Totals.Contains(Folding.Fold(text.TrimEnd(':').ToString()));
    }

    /// <summary><c>Sub-total Afghanistan</c>: a total that says of what. A company whose name begins so stands in a column of organisations.</summary>
    private bool IsTotalOf(TableRow row, int first, ReadOnlySpan<char> title)
    {
        var text = row.Text(first);
        if (text.Length is < 5 or > 120 || !MayBeTotal(text, title) || first < plan.Header.Columns.Length && plan.Header.Columns[first].Meaning is { Field: TableField.Organisation or TableField.Reporting }) return false;
        if (!title.IsEmpty && !HasAmountsAlone(row, first)) return false;
        var words = Folding.Fold(text.ToString());
        for (var space = words.IndexOf(' ', StringComparison.Ordinal); space > 0; space = words.IndexOf(' ', space + 1))
            if (Totals.Contains(words[..space])) return true;
        return false;
    }

    private bool HasAmountsAlone(TableRow row, int first)
    {
        for (var column = first + 1; column < row.Count; column++)
            if (!row.IsEmpty(column) && !IsAmount(column)) return false;
        return true;
    }

    private static bool MayBeTotal(ReadOnlySpan<char> text, ReadOnlySpan<char> title) =>
        (title.IsEmpty || title.SequenceEqual(text))
        && text[0] is 't' or 'T' or 'g' or 'G' or 's' or 'S' or 'o' or 'O' or 'и' or 'И' or 'в' or 'В' or 'о' or 'О' or 'с' or 'С' or 'п' or 'П';

    private bool IsHeader(TableRow row)
    {
        var same = 0;
        foreach (var column in plan.Header.Columns)
        {
            if (!column.IsNamed) continue;
            var text = row.Text(column.Index);
            if (text.IsEmpty) continue;
            if (!text.SequenceEqual(column.Name)) return false;
            if (++same >= 2) return true;
        }

        return false;
    }

    private bool IsUnnamed(int column) => column >= plan.Header.Columns.Length || !plan.Header.Columns[column].IsNamed || plan.Header.Columns[column].Meaning is null or { Field: TableField.Kept, IsOurs: false };

    private static bool IsHeading(ReadOnlySpan<char> text) => IsWords(text) || IsNumbered(text) || IsOfYear(text) || text.Length <= 60 && text.IndexOfAnyInRange('0', '9') < 0 && PlaceNames.IsOne(text.ToString());

    /// <summary><c>Seizures 2022</c>: words, and no digits but those of a year.</summary>
    private static bool IsOfYear(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyInRange('0', '9');
        return digits > 1 && text[digits - 1] == ' ' && char.IsLetter(text[0]) && text.Length - digits == 4 && text[digits..] is ['1', '9', ..] or ['2', '0', ..] && text[..digits].IndexOfAny('-', '/', '_') < 0 && !text[digits..].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary><c>2. Projects under preparation</c>, <c>II. Closed</c>.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && at < 4 && (char.IsAsciiDigit(text[at]) || text[at] is 'I' or 'V' or 'X')) at++;
        return at > 0 && at + 2 < text.Length && text[at] is '.' or ')' && text[at + 1] == ' ' && char.IsLetter(text[at + 2]) && text.IndexOfAnyInRange('0', '9') is -1 or 0 && text[at..].IndexOfAnyInRange('0', '9') < 0;
    }

    /// <summary>A reference has a digit or is one word; a heading or a note is neither.</summary>
    private static bool IsWords(ReadOnlySpan<char> text) => text.Contains(' ') && (text.IndexOfAnyInRange('0', '9') < 0 || text.Count(' ') >= 3) || text.IndexOfAnyInRange('0', '9') < 0 && text.Length > 20;
}
