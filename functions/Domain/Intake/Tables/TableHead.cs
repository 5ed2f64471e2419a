using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>The first rows of a table, kept until it is clear what its columns are and how its dates and numbers are written.</summary>
public sealed class TableHead
{
    /// <summary>Rows that are looked at for how a column writes its dates and numbers, unless they are very long.</summary>
    private const int Depth = 1000;

    private const int MostLetters = 2_000_000;

    private readonly List<TableRow> _rows;

    private TableHead(List<TableRow> rows, TableHeader? header)
    {
        _rows = rows;
        if (header is null) return;
        Header = WithShares(AsWideAs(rows, header));
        if (header.IsHxl || !header.Columns.Any(TitleUnits.IsBare) || TitleUnits.Of(rows.TakeWhile(row => row.Line < header.Line)) is not { } units) return;
        (Units, Header) = (units, units.Given(Header));
    }

    /// <summary>null where no row is understood as a header.</summary>
    public TableHeader? Header { get; }

    /// <summary>The unit of amounts that a title above the header names; null where none does or where every column has its own.</summary>
    internal TitleUnits? Units { get; }

    public bool IsBlank => _rows.TrueForAll(row => row.IsBlank);

    /// <summary>True where the names of columns stand one under the other: a form of one project, or a table on its side.</summary>
    public bool IsTurned
    {
        get
        {
            var fields = new HashSet<TableField>();
            foreach (var row in _rows.Take(HeaderFinder.Depth))
                if (row.Count > 1 && !row.IsEmpty(0) && !row.IsEmpty(1) && HeaderNames.Find(HeaderFinder.Cell(row, 0).TrimEnd(':')) is { Field: not TableField.Kept } meaning) fields.Add(meaning.Field);
            return fields.Count >= 3;
        }
    }

    /// <summary>The rows of data, in order.</summary>
    internal IEnumerable<TableRow> Data => _rows.Skip(Header?.FirstRow ?? 0);

    /// <summary>A column that is called “Share” or “%” and no more is the percentage of the places, sectors or themes before it.</summary>
    private static TableHeader WithShares(TableHeader header) => header.IsHxl ? header : header with
    {
        Columns = [.. header.Columns.Select((column, at) => at > 0 && column is { Meaning: null, IsNamed: true } && IsShare(column.Name)
            && header.Columns[at - 1].Meaning is { Field: TableField.Country or TableField.Region or TableField.Place or TableField.Province or TableField.Sector or TableField.Theme, Part: TablePart.Value or TablePart.Code } before
            ? column with { Meaning = before with { Part = TablePart.Percentage } }
            : column)],
    };

    private static bool IsShare(string name) => name.Trim() == "%" || (HeaderVocabulary.Parts.TryGetValue(Folding.Fold(name), out var part) && part == TablePart.Percentage);

    /// <summary>The header with as many columns as most rows fill: what has no name there is named by its letters.</summary>
    private static TableHeader AsWideAs(List<TableRow> rows, TableHeader header)
    {
        var widths = rows.Skip(header.FirstRow).Select(Width).Where(width => width > 0).ToList();
        var usual = widths.GroupBy(width => width).Where(same => same.Count() * 2 > widths.Count).Select(same => same.Key).FirstOrDefault();
        return usual <= header.Columns.Length ? header : header with
        {
            Columns = [.. header.Columns, .. Enumerable.Range(header.Columns.Length, usual - header.Columns.Length).Select(column => new HeaderColumn(column, HeaderColumn.Letters(column), null) { IsNamed = false })],
        };
    }

    private static int Width(TableRow row)
    {
        var width = row.Count;
        while (width > 0 && row.IsEmpty(width - 1)) width--;
        return width;
    }

    /// <summary>The first row that is not blank, for messages about a table that is not understood.</summary>
    public TableRow? FirstRow => _rows.Find(row => !row.IsBlank);

    /// <summary>Takes the first rows; more than the header's own only where there is one.</summary>
    public static TableHead Take(ITableRows rows, ReadingContext context)
    {
        var taken = new List<TableRow>();
        Fill(taken, HeaderFinder.Depth, rows);
        var header = HeaderFinder.Find(taken, context.Mapping);
        if (header is not null) Fill(taken, Depth, rows);
        return new TableHead(taken, header);
    }

    /// <summary>The head of a table whose header is known.</summary>
    internal static TableHead Under(TableHeader header, TableRow row, ITableRows rows)
    {
        var taken = new List<TableRow> { row };
        Fill(taken, Depth, rows);
        return new TableHead(taken, header);
    }

    private static void Fill(List<TableRow> taken, int depth, ITableRows rows)
    {
        var letters = taken.Sum(row => row.Size);
        while (taken.Count < depth && letters < MostLetters)
        {
            var row = new TableRow();
            if (!rows.Read(row)) return;
            taken.Add(row);
            letters += row.Size;
        }
    }
}
