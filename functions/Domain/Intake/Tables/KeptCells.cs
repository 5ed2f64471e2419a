using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Keeps with the project what its row says and no field takes: columns that are not understood, and cells beyond the header.</summary>
internal sealed class KeptCells(TablePlan plan, RowCells cells)
{
    private readonly bool[] _filled = new bool[plan.Header.Columns.Length];

    /// <summary>Columns that are not understood and hold something somewhere.</summary>
    public IEnumerable<HeaderColumn> Filled => plan.Kept.Where(column => _filled[column.Index]);

    /// <summary>Doubled columns that somewhere say something else than the column that counts.</summary>
    public HashSet<int> Differing { get; } = [];

    public void Read(TableRow row, ProjectDraft draft)
    {
        Keep(row, draft);
        if (row.Count > plan.Header.Columns.Length) KeepBeyond(row, draft);
    }

    private void Keep(TableRow row, ProjectDraft draft)
    {
        foreach (var column in plan.Kept)
        {
            if (row.IsEmpty(column.Index)) continue;
            var cell = row.Text(column.Index);
            if (!plan.Doubles.IsEmpty && plan.Doubles.TryGetValue(column.Index, out var first) && cells.Text(first) is { Length: > 0 } counts && !counts.SequenceEqual(cell)) Differing.Add(column.Index);
            var text = CellText.Clean(cell, lines: true);
            if (text.Length == 0) continue;
            _filled[column.Index] = true;
            Extra(draft, column.Name, text);
        }
    }

    /// <summary>Cells beyond the last column: mostly a separator within a text has moved the cells behind it.</summary>
    private void KeepBeyond(TableRow row, ProjectDraft draft)
    {
        HeaderColumn? first = null;
        for (var at = plan.Header.Columns.Length; at < row.Count; at++)
        {
            if (row.IsEmpty(at)) continue;
            var column = new HeaderColumn(at, HeaderColumn.Letters(at), null) { IsNamed = false };
            first ??= column;
            Extra(draft, column.Name, CellText.Clean(row.Text(at), lines: true));
        }

        if (first is not null)
            cells.Report(new CellFault(first, "row.too-wide", $"The row has more cells than the header: {CellFault.Quote(row.Text(first.Index).ToString())} stands under no name; it is kept under the column's letters.", "Look whether the cells stand in the right columns: a text that holds a separator belongs between quotation marks."));
    }

    /// <summary>Keeps a text with the project under a name, as far as there is room.</summary>
    public void Extra(ProjectDraft draft, string name, string value)
    {
        if (value.Length == 0 || (draft.Rows > 0 && draft.HasExtra(name, value))) return;
        if (draft.ExtraLength + name.Length + value.Length > ProjectLimits.Extras)
        {
            if (!draft.Problems.Exists(problem => problem.Rule == "extra.too-long"))
                cells.Report(new CellFault(new HeaderColumn(0, name, null), "extra.too-long", $"The columns that are not understood hold more than {ProjectLimits.Extras:N0} characters for this project; the rest of them is left out."));
            return;
        }

        draft.ExtraLength += name.Length + value.Length;
        draft.Extras.Add(new Extra(name, value));
    }
}
