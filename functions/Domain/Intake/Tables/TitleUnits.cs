using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>The unit of all amounts, where it stands in a title above the table: <c>(all amounts in thousand USD)</c>, <c>en milliers d'euros</c>.</summary>
/// <param name="Text">The title.</param>
internal sealed record TitleUnits(HeaderUnits Units, string Text, int Line)
{
    private const int LongestTitle = 300;

    private static readonly string[] Prepositions = [" in ", " en ", " в "];

    /// <param name="above">The rows above the header.</param>
    /// <returns>null where none is named, or more than one.</returns>
    public static TitleUnits? Of(IEnumerable<TableRow> above)
    {
        TitleUnits? found = null;
        foreach (var row in above)
        {
            for (var column = 0; column < row.Count; column++)
            {
                if (row.Kind(column) != CellKind.Text || row.Text(column).Length is 0 or > LongestTitle || Read(row.Text(column).ToString()) is not { } units) continue;
                if (found is not null && found.Units != units) return null;
                found ??= new TitleUnits(units, row.Text(column).ToString(), row.Line);
            }
        }

        return found;
    }

    /// <summary>The columns of amounts with this unit, where they name none of their own.</summary>
    public TableHeader Given(TableHeader header)
    {
        // Where a column says the currency of each row, that is what counts.
        var named = header.Columns.Any(static column => column.Meaning is { Field: TableField.Money, Part: TablePart.Currency });
        return header with { Columns = [.. header.Columns.Select(column => IsBare(column) ? column with { Meaning = column.Meaning! with { Multiple = Units.Multiple, Currency = named ? null : Units.Currency, Sign = named ? null : Units.Sign } } : column)] };
    }

    public static bool IsBare(HeaderColumn column) =>
        column.Meaning is { Field: TableField.Money, Part: TablePart.Value, Multiple: 1, Currency: null, Sign: null };

    private static HeaderUnits? Read(string title)
    {
        // Names of currencies are words as well: “Projects (all)” is not in the lek of Albania.
        var isAboutMoney = HeaderVocabulary.IsAboutMoney(Folding.Fold(title));
        var open = title.IndexOfAny(['(', '[']);
        var close = open < 0 ? -1 : title.IndexOfAny([')', ']'], open);
        if (close > open + 1 && OfNote(title[(open + 1)..close]) is { } noted && (isAboutMoney || noted.Multiple != 1 || HeaderWords.NamesCurrency(title[(open + 1)..close]))) return noted;
        return isAboutMoney ? OfNote(open < 0 ? title : title[..open]) : null;
    }

    /// <summary>The unit itself, or what stands behind the last "in".</summary>
    private static HeaderUnits? OfNote(string note)
    {
        if (HeaderUnits.Of(note) is { } whole) return whole;
        var at = Prepositions.Select(word => (At: note.LastIndexOf(word, StringComparison.OrdinalIgnoreCase), word.Length)).MaxBy(static found => found.At);
        return at.At < 0 ? null : HeaderUnits.Of(note[(at.At + at.Length)..]);
    }
}
