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
            var title = CellText.Clean(text);
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

    private void Descriptions(ProjectDraft draft)
    {
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
                room -= known.Narratives[0].Text.Length;
                isNew &= known.Type != type || known.Narratives[0].Text != text;
            }

            if (!isNew) continue;
            if (room <= 0) cells.Report(new CellFault(column, "text.too-long", $"The project's descriptions together have more than {ProjectLimits.Description:N0} characters; this one is left out."));
            else draft.Descriptions.Add(new Description(type, [new Narrative(Cut(text, room, column), column.Meaning.Language ?? draft.Language)]));
        }
    }

    private string Cut(string text, int most, HeaderColumn column)
    {
        if (text.Length <= most) return text;
        cells.Report(new CellFault(column, "text.too-long", $"The text has {text.Length:N0} characters; the first {most:N0} are kept."));
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}
