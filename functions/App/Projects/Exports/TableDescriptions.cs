using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>Titles and descriptions as a table has them: a column for each type and language, in the project's own language without its name.</summary>
internal static class TableDescriptions
{
    public static void Fill(Project project, Func<int, TableRow> row)
    {
        var own = project.Titles[0].Language;
        row(0).Set(TableColumns.Language, own);
        foreach (var title in project.Titles)
            if (Column(TableColumns.Title, title.Language, own) is { } column && !row(0).Has(column)) row(0).Set(column, title.Text);
        var (at, last) = (0, "");
        foreach (var description in project.Descriptions)
        {
            var stem = Stem(description.Type);
            var cells = description.Narratives.Select(narrative => (Column: Column(stem, narrative.Language, own), narrative.Text)).Where(static cell => cell.Column is not null).ToList();
            if (cells.Count == 0) continue;
            // Within a row descriptions are read from left to right; columns of one type are one description in several languages.
            if (row(at).Filled.Any(column => IsOf(column, stem)) || (last.Length > 0 && TableColumns.Order(cells[0].Column!).CompareTo(TableColumns.Order(last)) < 0)) at++;
            foreach (var (column, text) in cells) row(at).Set(column!, text);
            last = cells[0].Column!;
        }
    }

    private static bool IsOf(string column, string stem) => column == stem || (column.StartsWith(stem, StringComparison.Ordinal) && column.Length > stem.Length + 1 && column[stem.Length + 1] == '(');

    private static string Stem(int type) => type switch
    {
        1 => TableColumns.Description,
        2 => TableColumns.Objectives,
        3 => TableColumns.TargetGroups,
        _ => TableColumns.OtherDescription,
    };

    /// <summary>null for a text without a language in a project that has one: it would be read in the project's.</summary>
    private static string? Column(string stem, string? language, string? own) => language == own ? stem : language is null ? null : $"{stem} ({language})";
}
