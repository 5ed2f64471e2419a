using System.Collections.Immutable;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Two facets against each other.</summary>
/// <param name="RowTotals">One for each row of the matrix: not the sum of its cells where a project stands in several of them.</param>
/// <param name="ColumnTotals">One for each column of the matrix.</param>
/// <param name="Cells">Those with at least one project, row by row.</param>
internal sealed record MatrixAnswer(
    Facet Rows,
    Facet Columns,
    Total Total,
    ImmutableArray<FacetCount> RowTotals,
    ImmutableArray<FacetCount> ColumnTotals,
    ImmutableArray<MatrixCell> Cells);

/// <param name="Row">The value of the row.</param>
/// <param name="Column">The value of the column.</param>
/// <param name="Count">Projects that have both values, each once.</param>
/// <param name="Usd">US dollars: of each project its share in the row times its share in the column.</param>
internal readonly record struct MatrixCell(string Row, string Column, int Count, decimal Usd);
