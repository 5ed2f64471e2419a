using ParisPact.Domain.Intake.Iati;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>Reads the attribute <c>percentage</c>.</summary>
internal static class Percentages
{
    /// <param name="Stated">As the rules about sums see it.</param>
    /// <param name="Kept">Over 0 to 100; null for a share of nothing, which the register's rule for missing shares gives what is left.</param>
    public readonly record struct Percentage(decimal? Stated, decimal? Kept);

    public static Percentage Of(IatiElement share, ProblemList problems)
    {
        if (share["pp:percentage"] is { } ours) return new Percentage(IatiValues.Number(ours), IatiValues.Number(ours));
        if (share.Trimmed("percentage") is not { } text) return default;
        var number = IatiValues.Number(text) ?? IatiValues.LooseNumber(text);
        if (number is null)
        {
            problems.Add(share.WarnOf("percentage", "iati.percentage-not-understood", $"{Quote.Of(text)} is no percentage; it is left out.", "Write digits, and a point before decimals."));
            return default;
        }

        if (number is < 0m or > 100m)
        {
            problems.Add(share.WarnOf("percentage", "iati.percentage-range", $"A percentage of {Quote.Of(text)} is not between 0 and 100; it is left out."));
            return new Percentage(number, null);
        }

        return new Percentage(number, number == 0m ? null : number);
    }
}
