using System.Collections.Immutable;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>
/// Finds the header among a table's first rows: the row, or the two or three rows one over the other, of which most is understood.
/// Titles and notes above it are passed over. A row of HXL hashtags decides before any words.
/// </summary>
public static class HeaderFinder
{
    /// <summary>How many rows are looked at; as many as HXL's own tools look at.</summary>
    public const int Depth = 25;

    /// <param name="rows">The table's first rows.</param>
    /// <param name="mapping">The partner's own names of columns: header → name of a field of the template, or <c>-</c> to keep the column without understanding it.</param>
    /// <returns>The likeliest header; null where no row has two cells that are understood.</returns>
    public static TableHeader? Find(IReadOnlyList<TableRow> rows, IReadOnlyDictionary<string, string> mapping)
    {
        var own = new PartnerHeaders(mapping);
        TableHeader? best = null;
        var last = Depth;
        for (var at = 0; at < Math.Min(rows.Count, Depth); at++)
        {
            if (Hashtags(rows, at, own) is { } tagged) return tagged;
            // A header further down that says more is that of another table.
            if (at > last) continue;
            if (best is not null && IsWhole(best)) last = Math.Min(last, best.FirstRow + 1);
            var single = Of(rows[at].Line, at + 1, Width(rows, at), column => Cell(rows, at, column), own);
            if (single.Score > Math.Max(1, best?.Score ?? 0)) best = single;
            // A header of several rows must explain more than any part of it by itself.
            for (var depth = 2; depth <= HeaderStack.Deepest && at + depth <= rows.Count; depth++)
            {
                var stack = HeaderStack.Of(rows, at, depth, own);
                if (stack.Score > Math.Max(best?.Score ?? 1, Of(0, 0, Width(rows, at + depth - 1), column => Cell(rows, at + depth - 1, column), own).Score)) best = stack;
            }
        }

        return best ?? Narrow(rows, own);
    }

    private static bool IsWhole(TableHeader header) =>
        header.Has(TableField.Reference) && header.Has(TableField.Title) && header.Columns.Count(column => column.Meaning is not null) * 2 >= header.Columns.Count(column => column.IsNamed);

    /// <summary>A table of one or two columns has no second word to recognise it by.</summary>
    private static TableHeader? Narrow(IReadOnlyList<TableRow> rows, PartnerHeaders own)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            if (rows[at].IsBlank) continue;
            var header = Of(rows[at].Line, at + 1, Width(rows, at), column => Cell(rows, at, column), own);
            return header.Score > 0 && rows[at].Count <= 3 ? header : null;
        }

        return null;
    }

    private static TableHeader? Hashtags(IReadOnlyList<TableRow> rows, int at, PartnerHeaders own)
    {
        var cells = 0;
        var tags = 0;
        for (var column = 0; column < rows[at].Count; column++)
        {
            if (rows[at].IsEmpty(column)) continue;
            cells++;
            if (rows[at].Text(column)[0] == '#' && HxlTag.Read(rows[at].Text(column).ToString()) is not null) tags++;
        }

        if (tags == 0 || tags * 2 < cells) return null;
        var above = at;
        while (above > 0 && rows[above - 1].IsBlank) above--;
        var names = above - 1;
        var columns = Enumerable.Range(0, Math.Max(Width(rows, at), names < 0 ? 0 : Width(rows, names))).Select(column =>
        {
            var tag = Cell(rows, at, column);
            var name = names < 0 ? "" : Cell(rows, names, column);
            return Column(column, name.Length > 0 ? name : tag, own.Find(name) ?? (tag.Length > 0 ? HxlTag.Read(tag)?.Meaning : null));
        }).ToImmutableArray();
        var header = new TableHeader(rows[at].Line, at + 1, columns, true);
        // Tags of who does what where often leave out what tells projects apart; then the words above say it.
        foreach (var field in (TableField[])[TableField.Reference, TableField.Title])
        {
            if (names < 0 || header.Has(field)) continue;
            header = header with
            {
                Columns = [.. header.Columns.Select(column => column.Meaning is null && HeaderNames.Find(Cell(rows, names, column.Index)) is { } meaning && meaning.Field == field ? column with { Meaning = meaning } : column)],
            };
        }

        return header;
    }

    private static TableHeader Of(int line, int first, int width, Func<int, string> cell, PartnerHeaders own) =>
        new(line, first, [.. Enumerable.Range(0, width).Select(column => cell(column) is var text && text.Length == 0
            ? Column(column, "", null)
            : Column(column, text, own.Find(text) ?? HeaderNames.Find(text)))], false);

    /// <summary>What our exports write before the name of a column that they keep for a partner.</summary>
    public const string ExtraMark = "Extra: ";

    internal static HeaderColumn Column(int index, string name, ColumnMeaning? meaning) => name.StartsWith(ExtraMark, StringComparison.Ordinal) && name.Length > ExtraMark.Length
        ? new HeaderColumn(index, name[ExtraMark.Length..], new ColumnMeaning(TableField.Kept) { IsOurs = true })
        : name.Length == 0
        ? new HeaderColumn(index, HeaderColumn.Letters(index), meaning) { IsNamed = false }
        : new HeaderColumn(index, name, meaning);

    internal static int Width(IReadOnlyList<TableRow> rows, int at) => rows[at].Count;

    internal static string Cell(IReadOnlyList<TableRow> rows, int at, int column) => Cell(rows[at], column);

    internal static string Cell(TableRow row, int column)
    {
        var text = row.Text(column);
        return text.Length == 0 ? "" : CellText.Clean(text.Length > 200 ? text[..200] : text);
    }
}
