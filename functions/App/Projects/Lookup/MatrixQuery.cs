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
    /// <summary>Up to so many possible cells an array is quicker than a dictionary of those that there are.</summary>
    private const int MostDense = 65_536;

    private readonly Facet _rows;
    private readonly Facet _columns;
    private readonly CompiledFilter _filter;
    private readonly TotalTally _total;
    private readonly FacetTally _rowTally;
    private readonly FacetTally _columnTally;
    private readonly NumberedValue[] _rowTable;
    private readonly NumberedValue[] _columnTable;
    private readonly Cell[]? _dense;
    private readonly Dictionary<long, Cell> _sparse = [];
    private readonly List<(int Value, int Share)> _rowParts = [];
    private readonly List<(int Value, int Share)> _columnParts = [];
    private int _project;

    private MatrixQuery(Projection projection, ProjectFilter filter, Facet rows, Facet columns)
    {
        (_rows, _columns) = (rows, columns);
        (_rowTable, _columnTable) = (projection.Values[rows].All.ToArray(), projection.Values[columns].All.ToArray());
        if ((long)_rowTable.Length * _columnTable.Length <= MostDense) _dense = new Cell[_rowTable.Length * _columnTable.Length];
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
        var (segment, matcher, found) = (view.Segment, new BlockMatcher(view, _filter), new BlockRows());
        for (var block = 0; block < matcher.Blocks; block++)
        {
            matcher.MoveTo(block);
            found.Read(matcher, block);
            found.Weigh(segment, _filter, except: null);
            _total.Add(segment, found);
            found.Weigh(segment, _filter, except: _rows);
            _rowTally.Add(segment.Facets[(int)_rows], found.Rows, found.Micros, _filter.Wanted[(int)_rows]);
            found.Weigh(segment, _filter, except: _columns);
            _columnTally.Add(segment.Facets[(int)_columns], found.Rows, found.Micros, _filter.Wanted[(int)_columns]);
            found.Weigh(segment, _filter, except: _rows, alsoExcept: _columns);
            for (var i = 0; i < found.Rows.Length; i++) Count(segment, found.Rows[i], found.Micros[i]);
        }
    }

    private void Count(Segment segment, int row, long micros)
    {
        _project++;
        Parts(segment.Facets[(int)_rows], row, _rowTable, _filter.Wanted[(int)_rows], _rowParts);
        Parts(segment.Facets[(int)_columns], row, _columnTable, _filter.Wanted[(int)_columns], _columnParts);
        foreach (var (rowValue, rowShare) in CollectionsMarshal.AsSpan(_rowParts))
            foreach (var (columnValue, columnShare) in CollectionsMarshal.AsSpan(_columnParts))
            {
                ref var cell = ref CellOf(rowValue, columnValue);
                if (cell.Project != _project)
                {
                    cell.Project = _project;
                    cell.Count++;
                }

                if (micros != 0) cell.Micros = unchecked(cell.Micros + (long)Math.Round(micros * (rowShare / (double)FacetShare.Whole) * (columnShare / (double)FacetShare.Whole)));
            }
    }

    private ref Cell CellOf(int row, int column)
    {
        if (_dense is not null) return ref _dense[(row * _columnTable.Length) + column];
        return ref CollectionsMarshal.GetValueRefOrAddDefault(_sparse, ((long)row << 32) | (uint)column, out _);
    }

    /// <summary>The values of a row and those that they lie within, without the names that projects give them.</summary>
    private static void Parts(FacetColumn column, int row, NumberedValue[] values, bool[]? wanted, List<(int Value, int Share)> parts)
    {
        parts.Clear();
        for (var i = column.Starts[row]; i < column.Starts[row + 1]; i++)
            for (var value = column.Values[i]; value >= 0; value = values[value].Up)
                if (values[value].Name is null && (wanted is null || wanted[value])) parts.Add((value, FacetColumn.ShareOf(column.Shares[i])));
    }

    private MatrixAnswer Answer()
    {
        var (rowTotals, columnTotals) = (_rowTally.Counts(), _columnTally.Counts());
        var rowOrder = rowTotals.Index().ToDictionary(static pair => pair.Item.Value, static pair => pair.Index);
        var columnOrder = columnTotals.Index().ToDictionary(static pair => pair.Item.Value, static pair => pair.Index);
        var cells = Cells()
            .Where(static cell => cell.Cell.Count > 0)
            .Select(cell => new MatrixCell(_rowTable[cell.Row].Key, _columnTable[cell.Column].Key, cell.Cell.Count, FacetTally.Dollars(cell.Cell.Micros)))
            .OrderBy(cell => rowOrder[cell.Row]).ThenBy(cell => columnOrder[cell.Column])
            .ToImmutableArray();
        return new MatrixAnswer(_rows, _columns, _total.Total(), rowTotals, columnTotals, cells);
    }

    private IEnumerable<(int Row, int Column, Cell Cell)> Cells() => _dense is null
        ? _sparse.Select(static pair => ((int)(pair.Key >> 32), (int)(pair.Key & uint.MaxValue), pair.Value))
        : _dense.Select((cell, i) => (i / _columnTable.Length, i % _columnTable.Length, cell));

    private struct Cell
    {
        public int Project;
        public int Count;
        public Int128 Micros;
    }
}
