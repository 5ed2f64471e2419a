namespace ParisPact.Domain.Intake.Tables;

/// <summary>The first rows of a table, kept until it is clear what its columns are and how its dates and numbers are written.</summary>
public sealed class TableHead
{
    /// <summary>Rows that are looked at for how a column writes its dates and numbers, unless they are very long.</summary>
    private const int Depth = 1000;

    private const int MostLetters = 2_000_000;

    private readonly List<TableRow> _rows;

    private TableHead(List<TableRow> rows, TableHeader? header) => (_rows, Header) = (rows, header);

    /// <summary>null where no row is understood as a header.</summary>
    public TableHeader? Header { get; }

    public bool IsBlank => _rows.TrueForAll(row => row.IsBlank);

    /// <summary>The rows of data, in order.</summary>
    internal IEnumerable<TableRow> Data => _rows.Skip(Header?.FirstRow ?? 0);

    /// <summary>The first row that is not blank, for messages about a table that is not understood.</summary>
    public TableRow? FirstRow => _rows.Find(row => !row.IsBlank);

    /// <summary>Takes the first rows; more than the header's own only where there is one.</summary>
    public static TableHead Take(ITableRows rows, ReadingContext context)
    {
        var taken = new List<TableRow>();
        var letters = 0;
        Fill(HeaderFinder.Depth);
        var header = HeaderFinder.Find(taken, context.Mapping);
        if (header is not null) Fill(Depth);
        return new TableHead(taken, header);

        void Fill(int depth)
        {
            while (taken.Count < depth && letters < MostLetters)
            {
                var row = new TableRow();
                if (!rows.Read(row)) return;
                taken.Add(row);
                letters += row.Size;
            }
        }
    }
}
