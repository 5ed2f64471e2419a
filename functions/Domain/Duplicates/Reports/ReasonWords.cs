using System.Globalization;
using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>Reasons in words, such as "both name Sample Agency as implementing organisation", and weights as they stand behind them.</summary>
public static class ReasonWords
{
    /// <summary>Characters of a name within a reason.</summary>
    private const int LongestName = 80;

    private static readonly string[] OfTheirOwn = ["both ", "neither ", "each ", "one ", "the "];

    private static readonly string[] OfOne = ["is ", "of one "];

    /// <summary>
    /// A sentence without its full stop, in lower case. A finding that begins with "both", "neither", "each", "one" or "the" is one by itself;
    /// another follows the field's name, in the plural where it speaks of both; where both name the same organisation, place or sector, it is named.
    /// </summary>
    public static string Of(Reason reason, ProjectCard left, ProjectCard right)
    {
        if (OfTheirOwn.Any(start => reason.Finding.StartsWith(start, StringComparison.OrdinalIgnoreCase))) return reason.Finding;
        if (reason.Bits > 0 && reason.Finding is "are the same" && Shared(reason.Field, left, right) is { } shared) return shared;
        return OfOne.Any(start => reason.Finding.StartsWith(start, StringComparison.Ordinal)) ? $"{reason.Field} {reason.Finding}" : $"{Plural(reason.Field)} {reason.Finding}";
    }

    /// <summary>With its sign and one digit behind the point, such as "+4.1" or "−0.3".</summary>
    public static string Bits(double bits)
    {
        var rounded = Math.Round(bits, 1, MidpointRounding.AwayFromZero);
        return rounded == 0 ? "0.0" : (rounded > 0 ? "+" : "−") + Math.Abs(rounded).ToString("N1", CultureInfo.InvariantCulture);
    }

    /// <summary>A chance in percent, never as certain in either direction.</summary>
    /// <param name="chance">From 0 to 1.</param>
    public static string Chance(double chance) => chance switch
    {
        < 0.001 => "under 0.1%",
        > 0.999 => "over 99.9%",
        < 0.1 or > 0.9 => chance.ToString("0.0%", CultureInfo.InvariantCulture),
        _ => chance.ToString("0%", CultureInfo.InvariantCulture),
    };

    private static string? Shared(string field, ProjectCard left, ProjectCard right)
    {
        var words = field.ToLowerInvariant();
        if (words.Contains("organisation", StringComparison.Ordinal))
        {
            var role = words.Split(' ')[0];
            var both = left.Organisations.Where(one => right.Organisations.Any(other => Alike(one.Name, other.Name) && (role == "organisation" || (IsRole(one.Role, role) && IsRole(other.Role, role)))));
            return Named(both.Select(static organisation => organisation.Name)) is { } name ? $"both name {name} as {words}" : null;
        }

        if (words == "country") return Named(left.Countries.Intersect(right.Countries).Select(static code => Places.Name(PlaceCode.Parse(code)))) is { } country ? $"both work in {country}" : null;
        var values = words switch
        {
            _ when words.Contains("place", StringComparison.Ordinal) || words.Contains("province", StringComparison.Ordinal) => CardField.Places,
            _ when words.Contains("sector", StringComparison.Ordinal) || words.Contains("theme", StringComparison.Ordinal) => CardField.Sectors,
            _ => (CardField?)null,
        };
        if (values is not { } asked) return null;
        var row = asked == CardField.Places ? CardRows.Places(left, right) : CardRows.Sectors(left, right);
        return Named(row.Left.Where(static value => value.Shared).Select(static value => CardRows.WithoutShare(value.Text))) is { } text ? $"both name {text} as {words}" : null;
    }

    private static bool IsRole(string role, string asked) => role.StartsWith(asked, StringComparison.OrdinalIgnoreCase);

    private static bool Alike(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The first, with how many there are beside it.</summary>
    private static string? Named(IEnumerable<string> names)
    {
        var all = names.Where(static name => !string.IsNullOrWhiteSpace(name)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return all.Count == 0 ? null : ShortText.Of(all[0], LongestName) + (all.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {all.Count - 1} more"));
    }

    private static string Plural(string field) =>
        field.EndsWith('s') ? field : field is [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] ? field[..^1] + "ies" : field + "s";
}
