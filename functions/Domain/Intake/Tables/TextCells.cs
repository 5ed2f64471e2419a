using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads the titles and descriptions of a row, each in its language.</summary>
internal sealed class TextCells(TablePlan plan, RowCells cells)
{
    public void Read(ProjectDraft draft)
    {
        Titles(draft);
        Descriptions(draft);
    }

    private void Titles(ProjectDraft draft)
    {
        foreach (var columns in plan.Titles)
        {
            var column = cells.First(columns);
            var text = cells.Text(column);
            if (text.Length == 0) continue;
            var language = column!.Meaning!.Language ?? draft.Language;
            if (HasTitle(draft, language)) continue;
            var title = text.SequenceEqual(draft.TitleText) ? CellText.Clean(draft.TitleText) : CellText.Clean(text);
            if (title.Length == 0) continue;
            draft.Titles.Add(new Narrative(Cut(title, ProjectLimits.Title, column), language));
        }
    }

    private static bool HasTitle(ProjectDraft draft, string? language)
    {
        foreach (var title in draft.Titles)
            if (title.Language == language) return true;
        return false;
    }

    /// <summary>Columns of one row that differ in their language are one description.</summary>
    private void Descriptions(ProjectDraft draft)
    {
        var ofRow = draft.Descriptions.Count;
        foreach (var column in plan.Descriptions)
        {
            var cell = cells.Text(column);
            if (cell.Length == 0) continue;
            var text = CellText.Clean(cell, lines: true);
            var type = column.Meaning!.Type;
            var room = ProjectLimits.Description;
            var isNew = text.Length > 0;
            foreach (var known in draft.Descriptions)
            {
                foreach (var narrative in known.Narratives)
                {
                    room -= narrative.Text.Length;
                    isNew &= known.Type != type || narrative.Text != text;
                }
            }

            if (!isNew) continue;
            if (room <= 0) cells.Report(new CellFault(column, "text.too-long", $"The project's descriptions together have more than {ProjectLimits.Description:N0} characters; this one is left out."));
            else Add(draft.Descriptions, ofRow, type, new Narrative(Cut(text, room, column), column.Meaning.Language ?? draft.Language), column.Meaning.Language is not null);
        }
    }

    private static void Add(List<Description> descriptions, int ofRow, int type, Narrative narrative, bool isNamed)
    {
        for (var at = ofRow; isNamed && at < descriptions.Count; at++)
        {
            if (descriptions[at].Type != type || descriptions[at].Narratives.Any(known => known.Language == narrative.Language)) continue;
            descriptions[at] = descriptions[at] with { Narratives = descriptions[at].Narratives.Add(narrative) };
            return;
        }

        descriptions.Add(new Description(type, [narrative]));
    }

    private string Cut(string text, int most, HeaderColumn column)
    {
        if (text.Length <= most) return text;
        cells.Report(new CellFault(column, "text.too-long", ProjectLimits.SayCut(text, most)));
        return ProjectLimits.Cut(text, most);
    }
}
