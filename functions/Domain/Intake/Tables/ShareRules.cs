using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Percentages of one whole must not exceed it: such a project would count its money more than once.</summary>
internal static class ShareRules
{
    /// <summary>What rounding to whole percents may add up to.</summary>
    private const decimal Tolerance = 1;

    public static IEnumerable<CellFault> Check(ProjectDraft draft, TablePlan plan)
    {
        if (plan.Places.FirstOrDefault() is { } places && Fault(places, "places.percentages", "places", [.. draft.Places.Select(place => place.Percentage)]) is { } ofPlaces) yield return ofPlaces;
        if (plan.Themes.FirstOrDefault() is { } themes && Fault(themes, "themes.percentages", "thematic areas", [.. draft.Themes.Select(theme => theme.Percentage)]) is { } ofThemes) yield return ofThemes;
        if (plan.Sectors.FirstOrDefault() is not { } sectors) yield break;
        // What is counted goes by the DAC's sectors; the vocabularies of partners have rules of their own.
        foreach (var vocabulary in draft.Sectors.Where(sector => sector.Vocabulary is "1" or "2").GroupBy(sector => sector.Vocabulary))
            if (Fault(sectors, "sectors.percentages", "sectors", [.. vocabulary.Select(sector => sector.Percentage)]) is { } fault) yield return fault;
    }

    private static CellFault? Fault(ShareColumns columns, string rule, string what, IReadOnlyCollection<decimal?> percentages)
    {
        var sum = percentages.Sum() ?? 0;
        var column = columns.Percentage ?? columns.First;
        if (sum > 100 + Tolerance)
            return new CellFault(column, rule, $"The percentages of the {what} add up to {sum:0.##}: the project would count more than once.", "Give percentages that add up to 100.", Severity.Error);
        return percentages.Count > 0 && sum < 100 - Tolerance && percentages.All(percentage => percentage is not null)
            ? new CellFault(column, rule, $"The percentages of the {what} add up to {sum:0.##}; the rest of the project is nowhere.", "Give percentages that add up to 100.")
            : null;
    }
}
