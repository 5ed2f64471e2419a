using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Percentages of one whole must not exceed it: such a project would count its money more than once.</summary>
internal static class ShareRules
{
    /// <summary>What rounding to whole percents may add up to.</summary>
    private const decimal Tolerance = 1;

    public static IEnumerable<CellFault> Check(ProjectDraft draft, TablePlan plan)
    {
        if (plan.Places is [var places, ..] && Fault(places, "places.percentages", "places", Whole.Of(draft.Places, static place => place.Percentage)) is { } ofPlaces) yield return ofPlaces;
        if (plan.Themes is [var themes, ..] && Fault(themes, "themes.percentages", "thematic areas", Whole.Of(draft.Themes, static theme => theme.Percentage)) is { } ofThemes) yield return ofThemes;
        if (plan.Sectors is not [var sectors, ..]) yield break;
        // What is counted goes by the DAC's sectors; the vocabularies of partners have rules of their own.
        if (Fault(sectors, "sectors.percentages", "sectors", Whole.Of(draft.Sectors, static sector => sector.Percentage, static sector => sector.Vocabulary == "1")) is { } ofPurposes) yield return ofPurposes;
        if (Fault(sectors, "sectors.percentages", "sectors", Whole.Of(draft.Sectors, static sector => sector.Percentage, static sector => sector.Vocabulary == "2")) is { } ofCategories) yield return ofCategories;
    }

    private static CellFault? Fault(ShareColumns columns, string rule, string what, Whole whole)
    {
        var (sum, count, given) = whole;
        var column = columns.Percentage ?? columns.First;
        if (sum > 100 + Tolerance)
            return new CellFault(column, rule, $"The percentages of the {what} add up to {sum:0.##}: the project would count more than once.", "Give percentages that add up to 100.", Severity.Error);
        return count > 0 && sum < 100 - Tolerance && given == count
            ? new CellFault(column, rule, $"The percentages of the {what} add up to {sum:0.##}; the rest of the project is nowhere.", "Give percentages that add up to 100.")
            : null;
    }

    /// <summary>The percentages of one whole.</summary>
    /// <param name="Given">How many of the <paramref name="Count"/> shares have one.</param>
    private readonly record struct Whole(decimal Sum, int Count, int Given)
    {
        public static Whole Of<T>(List<T> shares, Func<T, decimal?> percentage, Func<T, bool>? isPart = null)
        {
            var (sum, count, given) = (0m, 0, 0);
            foreach (var share in shares)
            {
                if (isPart?.Invoke(share) == false) continue;
                count++;
                if (percentage(share) is not { } part) continue;
                sum += part;
                given++;
            }

            return new Whole(sum, count, given);
        }
    }
}
