using System.Collections.Immutable;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>The answer of <c>GET projects/matrix</c>.</summary>
/// <param name="Measure"><c>count</c> or <c>usd</c>: what rows and columns are sorted by, and what <c>amount</c> holds.</param>
/// <param name="Total">Projects that the filter asks for.</param>
/// <param name="RowTotals">Largest first, "none" last. A project counts once in each; a total is not the sum of its cells where a project stands in several.</param>
/// <param name="Cells">Those with at least one project, in the order of rows and columns.</param>
internal sealed record MatrixView(
    string Rows,
    string Columns,
    string Measure,
    int Total,
    decimal Usd,
    ImmutableArray<CurrencyAmount> Unconverted,
    IReadOnlyList<FacetCount> RowTotals,
    IReadOnlyList<FacetCount> ColumnTotals,
    IReadOnlyList<MatrixCellView> Cells)
{
    public static MatrixView Of(MatrixAnswer answer, bool usd)
    {
        var (rows, columns) = (Sorted(answer.RowTotals, usd), Sorted(answer.ColumnTotals, usd));
        var rowOrder = rows.Index().ToDictionary(static row => row.Item.Value, static row => row.Index);
        var columnOrder = columns.Index().ToDictionary(static column => column.Item.Value, static column => column.Index);
        return new MatrixView(
            FilterReader.NameOf(answer.Rows),
            FilterReader.NameOf(answer.Columns),
            usd ? "usd" : "count",
            answer.Total.Count,
            answer.Total.Usd,
            answer.Total.Unconverted,
            rows,
            columns,
            [.. answer.Cells.OrderBy(cell => rowOrder[cell.Row]).ThenBy(cell => columnOrder[cell.Column])
                .Select(cell => new MatrixCellView(cell.Row, cell.Column, usd ? cell.Usd : cell.Count, cell.Count, cell.Usd))]);
    }

    private static List<FacetCount> Sorted(ImmutableArray<FacetCount> totals, bool usd) =>
        usd ? [.. totals.OrderBy(static total => total.Value == FacetShare.None).ThenByDescending(static total => total.Usd).ThenBy(static total => total.Value, StringComparer.Ordinal)] : [.. totals];
}

/// <param name="Amount">The count or the US dollars, as asked for.</param>
internal sealed record MatrixCellView(string Row, string Column, decimal Amount, int Count, decimal Usd);
