using System.Text.RegularExpressions;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>A header of several rows one over the other, in which cells that are merged over several columns belong to all of them.</summary>
internal static partial class HeaderStack
{
    public const int Deepest = 3;

    /// <param name="at">Its first row.</param>
    /// <param name="depth">How many rows it has: 2 or 3.</param>
    public static TableHeader Of(IReadOnlyList<TableRow> rows, int at, int depth, PartnerHeaders own)
    {
        var last = at + depth - 1;
        var width = Enumerable.Range(at, depth).Max(row => HeaderFinder.Width(rows, row));
        var texts = new string[depth][];
        for (var row = 0; row < depth; row++) texts[row] = Texts(rows, at + row, last, width);
        return new TableHeader(rows[last].Line, last + 1, [.. Enumerable.Range(0, width).Select(column => Column([.. texts.Select(row => row[column])], column, HeaderFinder.Cell(rows, at, column).Length > 0, own))], false);
    }

    private static string[] Texts(IReadOnlyList<TableRow> rows, int row, int last, int width)
    {
        var texts = new string[width];
        for (var column = 0; column < width; column++)
        {
            texts[column] = HeaderFinder.Cell(rows, row, column);
            // A merged cell has its text in its first column alone.
            if (texts[column].Length == 0 && row < last && column > 0 && IsUnder(rows, row, last, column)) texts[column] = texts[column - 1];
        }

        return texts;
    }

    private static bool IsUnder(IReadOnlyList<TableRow> rows, int row, int last, int column)
    {
        for (var below = row + 1; below <= last; below++)
            if (HeaderFinder.Cell(rows, below, column).Length > 0) return true;
        return false;
    }

    private static HeaderColumn Column(string[] texts, int column, bool first, PartnerHeaders own)
    {
        var filled = texts.Where(text => text.Length > 0).ToArray();
        if (filled.Length == 0) return HeaderFinder.Column(column, "", null);
        var bottom = filled[^1];
        if (filled.Length == 1) return HeaderFinder.Column(column, bottom, own.Find(bottom) ?? HeaderNames.Find(bottom));
        var all = string.Join(' ', filled);
        var alone = own.Find(bottom) ?? HeaderNames.Find(bottom);
        var meaning = own.Find(all) ?? own.Find(bottom) ?? Candidates(filled, all).Select(HeaderNames.Find).FirstOrDefault(found => found is not null) ?? alone;
        return HeaderFinder.Column(column, first || meaning != alone ? all : bottom, meaning);
    }

    /// <summary>What the cells over each other may say together: what stands in brackets above is said of all below.</summary>
    private static IEnumerable<string> Candidates(string[] filled, string all)
    {
        yield return all;
        yield return $"{filled[^1]} {string.Join(' ', filled[..^1])}";
        var notes = string.Join(' ', filled[..^1].SelectMany(text => Brackets().Matches(text)).Select(match => match.Value));
        if (filled.Length > 2) yield return $"{filled[^2]} {filled[^1]} {notes}";
        if (notes.Length > 0) yield return $"{filled[^1]} {notes}";
    }

    [GeneratedRegex(@"[(\[][^)\]]*[)\]]")]
    private static partial Regex Brackets();
}
