using System.Globalization;

namespace ParisPact.Domain.Intake.Iati;

/// <summary>
/// What the standard ruleset says about percentages of sectors (its rules 2.1.1, 2.1.2, 2.1.4, 2.2.1, 102.1.1) and of recipient
/// countries and regions (3.1.1, 3.1.2, 3.1.4, 3.4.1, 3.4.2, 3.4.4). All are warnings: shares that do not sum are settled by the register's
/// own rule, which scales down what exceeds the whole.
/// </summary>
public static class ShareRules
{
    /// <summary>Three shares of 33.33 are meant to be the whole.</summary>
    public const decimal Tolerance = 0.01m;

    public static IEnumerable<Problem> Sectors(IReadOnlyList<StatedShare> sectors)
    {
        foreach (var group in sectors.GroupBy(sector => sector.Vocabulary))
        {
            foreach (var problem in Whole([.. group], "sector", Vocabulary(group.Key), group.Count() > 1)) yield return problem;
        }

        foreach (var own in sectors.Where(sector => sector.Vocabulary is "98" or "99" && sector.Element.Child("narrative") is null))
        {
            yield return own.Element.Warn("iati.sector-name-missing", $"Sector {Quote.Of(own.Element["code"])} is of the reporter's own vocabulary and has no name, so that nobody else can tell what it is.",
                "Add a narrative with its name.");
        }

        if (sectors.Count > 0 && sectors.All(sector => sector.Vocabulary != "1"))
        {
            yield return sectors[0].Element.Warn("iati.sector-dac-missing", "The activity has sectors, but none of the OECD DAC's five-digit purpose codes (vocabulary 1), by which the register finds themes.",
                "Add a sector of vocabulary 1, such as 16063 for narcotics control.");
        }
    }

    public static IEnumerable<Problem> Recipients(IReadOnlyList<StatedShare> countries, IReadOnlyList<StatedShare> regions)
    {
        if (regions.Count == 0) return Whole(countries, "recipient country", "", countries.Count > 1);
        return regions.GroupBy(region => region.Vocabulary)
            .SelectMany(group => Whole([.. countries, .. group], "recipient country or region", "", countries.Count + group.Count() > 1));
    }

    private static IEnumerable<Problem> Whole(IReadOnlyList<StatedShare> shares, string what, string among, bool several)
    {
        var rule = what == "sector" ? "iati.sector-percentage" : "iati.recipient-percentage";
        if (!several)
        {
            if (shares is [{ Percentage: { } only }] && Math.Abs(only - 100m) > Tolerance)
                yield return shares[0].Element.WarnOf("percentage", rule + "s", $"The only {what}{among} has {Number(only)} percent; it stands for all of the activity.", "Write 100, or leave the percentage out.");
            yield break;
        }

        var missing = shares.Where(share => share.Percentage is null).ToList();
        if (missing.Count > 0)
        {
            yield return missing[0].Element.Warn(rule + "-missing", $"{missing.Count} of {shares.Count} entries of {what}{among} have no percentage; they count as equal shares of what is left.",
                "Give each a percentage, so that all sum to 100.");
            yield break;
        }

        var sum = shares.Aggregate(0m, (total, share) => total + Math.Clamp(share.Percentage!.Value, -1_000_000m, 1_000_000m));
        if (Math.Abs(sum - 100m) > Tolerance)
            yield return shares[0].Element.WarnOf("percentage", rule + "s", $"The percentages of the {shares.Count} entries of {what}{among} sum to {Number(sum)}, not to 100.");
    }

    private static string Vocabulary(string code) => code == "1" ? "" : $" in vocabulary {Quote.Of(code)}";

    private static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
