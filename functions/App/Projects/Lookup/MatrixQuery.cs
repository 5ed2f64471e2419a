using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>
/// Answers who does what where: two facets against each other. Places, themes, donors and the rest are taken to be independent of each other
/// within a project, because nobody states otherwise. Where the filter names a facet of the matrix, only the values that it asks for stand there.
/// </summary>
internal sealed class MatrixQuery
{
    private readonly Facet _rows;
    private readonly Facet _columns;
    private readonly Projection _projection;
    private readonly CompiledFilter _filter;
    private readonly TotalTally _total;
    private readonly FacetTally _rowTally;
    private readonly FacetTally _columnTally;
    private readonly Dictionary<long, Cell> _cells = [];
    private readonly List<(int Value, int Share)> _rowParts = [];
    private readonly List<(int Value, int Share)> _columnParts = [];
    private int _project;

    private MatrixQuery(Projection projection, ProjectFilter filter, Facet rows, Facet columns)
    {
        (_projection, _rows, _columns) = (projection, rows, columns);
        _filter = CompiledFilter.Of(filter, projection.Values);
        _total = new TotalTally(projection.Values.Currencies);
        _rowTally = new FacetTally(rows, projection.Values[rows]);
        _columnTally = new FacetTally(columns, projection.Values[columns]);
    }

    public static MatrixAnswer Of(Projection projection, ProjectFilter filter, Facet rows, Facet columns)
    {
        var query = new MatrixQuery(projection, filter, rows, columns);
        foreach (var view in projection.Segments) query.Count(view);
        return query.Answer();
    }

    private void Count(SegmentView view)
    {
        var matcher = new BlockMatcher(view, _filter);
        Span<ulong> bits = stackalloc ulong[BlockMatcher.BlockWords];
        for (var block = 0; block < matcher.Blocks; block++)
        {
            matcher.MoveTo(block);
            matcher.Matches(bits);
            foreach (var bit in new SetBits(bits)) Count(view.Segment, (block * BlockMatcher.BlockRows) + bit);
        }
    }

    private void Count(Segment segment, int row)
    {
        _project++;
        _total.Add(segment, row, _filter.Weight(segment, row));
        var usd = segment.Usd.Amounts[row];
        _rowTally.Add(segment.Facets[(int)_rows], row, TotalTally.Weighted(usd, _filter.Weight(segment, row, except: _rows)), _filter.Wanted[(int)_rows]);
        _columnTally.Add(segment.Facets[(int)_columns], row, TotalTally.Weighted(usd, _filter.Weight(segment, row, except: _columns)), _filter.Wanted[(int)_columns]);
        Parts(segment.Facets[(int)_rows], row, _rows, _rowParts);
        Parts(segment.Facets[(int)_columns], row, _columns, _columnParts);
        var micros = TotalTally.Weighted(usd, _filter.Weight(segment, row, _rows, _columns));
        foreach (var (rowValue, rowShare) in _rowParts)
            foreach (var (columnValue, columnShare) in _columnParts)
            {
                ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, ((long)rowValue << 32) | (uint)columnValue, out _);
                if (cell.Project != _project)
                {
                    cell.Project = _project;
                    cell.Count++;
                }

                cell.Micros += micros == 0 ? 0 : (long)Math.Round(micros * (rowShare / (double)FacetShare.Whole) * (columnShare / (double)FacetShare.Whole));
            }
    }

    /// <summary>The values of a row and those that they lie within, without the names that projects give them.</summary>
    private void Parts(FacetColumn column, int row, Facet facet, List<(int Value, int Share)> parts)
    {
        parts.Clear();
        var (values, wanted) = (_projection.Values[facet], _filter.Wanted[(int)facet]);
        for (var i = column.Starts[row]; i < column.Starts[row + 1]; i++)
            for (var value = column.Values[i]; value >= 0; value = values[value].Up)
                if (values[value].Name is null && (wanted is null || wanted[value])) parts.Add((value, FacetColumn.ShareOf(column.Shares[i])));
    }

    private MatrixAnswer Answer()
    {
        var (rows, columns) = (_projection.Values[_rows], _projection.Values[_columns]);
        var (rowTotals, columnTotals) = (_rowTally.Counts(), _columnTally.Counts());
        var rowOrder = rowTotals.Index().ToDictionary(static pair => pair.Item.Value, static pair => pair.Index);
        var columnOrder = columnTotals.Index().ToDictionary(static pair => pair.Item.Value, static pair => pair.Index);
        var cells = _cells
            .Select(pair => new MatrixCell(rows[(int)(pair.Key >> 32)].Key, columns[(int)(pair.Key & uint.MaxValue)].Key, pair.Value.Count, FacetTally.Dollars(pair.Value.Micros)))
            .OrderBy(cell => rowOrder[cell.Row]).ThenBy(cell => columnOrder[cell.Column])
            .ToImmutableArray();
        return new MatrixAnswer(_rows, _columns, _total.Total(), rowTotals, columnTotals, cells);
    }

    private struct Cell
    {
        public int Project;
        public int Count;
        public Int128 Micros;
    }
}
