using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Lookup;

/// <summary>
/// How a project divides among the values of a facet. Given percentages count as given; values without one get equal shares of what is
/// left, marked as assumed. A sum from 99 to 100 is rounding and is scaled to the whole, a sum over 100 is scaled down, and what a sum
/// under 99 leaves open falls to <see cref="FacetShare.None"/>: nobody is credited with more than was said.
/// </summary>
public static class Shares
{
    private const decimal LeastTakenForWhole = 99m;

    /// <summary>Divides the whole. A value that comes several times counts once, with the sum of its percentages.</summary>
    /// <param name="parts">Values with percentages from 0 up; a negative one counts as not given. Empty gives <see cref="FacetShare.None"/> the whole.</param>
    public static ImmutableArray<FacetShare> Of(IReadOnlyList<ShareStated> parts)
    {
        if (parts.Count == 0) return [new FacetShare(FacetShare.None, FacetShare.Whole, false)];
        var merged = Merged(parts);
        var given = merged.Sum(part => part.Percentage ?? 0m);
        var open = merged.Count(part => part.Percentage is null);
        // Zeros alone divide nothing: they are read as if no percentage had been given.
        if (open == 0 && given == 0m) return Divide([.. merged.Select(part => part with { Percentage = null, Assumed = true })], 0m, merged.Count);
        return Divide(merged, given, open);
    }

    private static List<ShareStated> Merged(IReadOnlyList<ShareStated> parts)
    {
        var merged = new List<ShareStated>(parts.Count);
        foreach (var part in parts)
        {
            // What a hostile percentage could do, the sum of all could not survive.
            var percentage = part.Percentage is { } stated and >= 0m ? Math.Min(stated, 1_000_000m) : (decimal?)null;
            var index = merged.FindIndex(other => other.Value == part.Value);
            if (index < 0)
                merged.Add(part with { Percentage = percentage });
            else if (percentage is not null)
                merged[index] = merged[index] with { Percentage = (merged[index].Percentage ?? 0m) + percentage, Assumed = merged[index].Assumed || part.Assumed };
        }

        return merged;
    }

    private static ImmutableArray<FacetShare> Divide(List<ShareStated> parts, decimal given, int open)
    {
        var left = Math.Max(0m, 100m - given);
        var scale = given > 100m || (open == 0 && given >= LeastTakenForWhole) ? 100m / given : 1m;
        if (open == 0 && scale == 1m && left > 0m)
        {
            var none = parts.FindIndex(part => part.Value == FacetShare.None);
            if (none < 0) parts = [.. parts, new ShareStated(FacetShare.None, left, Assumed: true)];
            else parts[none] = parts[none] with { Percentage = parts[none].Percentage + left };
        }

        // Rounding the running sum, not the parts, makes the parts sum to the whole.
        var shares = ImmutableArray.CreateBuilder<FacetShare>(parts.Count);
        var (running, before) = (0m, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            running += parts[i].Percentage is { } percentage ? percentage * scale : left / open;
            var until = i == parts.Count - 1 ? FacetShare.Whole : Math.Min(FacetShare.Whole, (int)Math.Round(running * 10_000m, MidpointRounding.AwayFromZero));
            shares.Add(new FacetShare(parts[i].Value, until - before, parts[i].Assumed || parts[i].Percentage is null, parts[i].Name));
            before = until;
        }

        return shares.MoveToImmutable();
    }
}
