using System.Collections.Frozen;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Tells the rows of projects from what else stands in tables.</summary>
internal sealed class RowKinds(TablePlan plan)
{
    private static readonly FrozenSet<string> Totals = new[]
    {
        "total", "totals", "grand total", "sub total", "subtotal", "sum", "overall total", "total general", "total general", "somme", "sous total", "suma", "itogo", "vsego", "obshchii itog", "summa", "podytog", "promezhutochnyi itog", "total net", "net total",
    }.ToFrozenSet();

    private readonly HeaderColumn[] _amounts = [.. plan.Money.Amounts.SelectMany(money => money.Amounts)];
    private readonly decimal[] _sums = new decimal[plan.Header.Columns.Length];
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
            if (same && IsSumOfAll(row)) return RowKind.Total;
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

    /// <summary>A row that holds nothing but the sums of the columns above it.</summary>
    private bool IsSumOfAll(TableRow row)
    {
        if (_projects < 2) return false;
        var sums = 0;
        for (var column = 0; column < row.Count; column++)
        {
            if (row.IsEmpty(column)) continue;
            if (Array.Find(_amounts, amount => amount.Index == column) is not { } found) return false;
            if (AmountOf(row, found) is var amount && (amount == 0 || amount != _sums[column])) return false;
            sums++;
        }

        return sums > 0;
    }

    private static decimal AmountOf(TableRow row, HeaderColumn column)
    {
        var read = row.Kind(column.Index) == CellKind.Number ? AmountCells.Read(row.Number(column.Index)) : AmountCells.Read(row.Text(column.Index));
        return read is AmountCell.Sum { Amount: var amount } && Math.Abs(amount) < 1e18m ? amount : 0;
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
            if (!row.IsEmpty(column) && !Array.Exists(_amounts, amount => amount.Index == column)) return false;
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

    private static bool IsHeading(ReadOnlySpan<char> text) => IsWords(text) || IsNumbered(text) || text.Length <= 60 && text.IndexOfAnyInRange('0', '9') < 0 && PlaceNames.IsOne(text.ToString());

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
