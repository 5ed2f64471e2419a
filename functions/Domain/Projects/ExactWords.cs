using System.Globalization;

namespace ParisPact.Domain.Projects;

/// <summary>
/// The values of a project member by member, named as in the JSON contract: <c>asWritten "998", region "998"</c>. Two values differ exactly when these
/// texts do, which short words cannot promise.
/// </summary>
internal static class ExactWords
{
    public static string Of(Narrative narrative) => Members(("text", narrative.Text), ("language", narrative.Language));

    public static string Of(OrganisationName organisation) =>
        Members(("name", organisation.Name), ("reference", organisation.Reference), ("type", FieldWords.Of(organisation.Type)));

    public static string Of(Participation participation) => $"{FieldWords.Of(participation.Role)}: {Of(participation.Organisation)}";

    public static string Of(PlaceShare place) => Members(
        ("code", place.Code?.Value), ("asWritten", place.AsWritten), ("region", FieldWords.Of(place.Region)), ("name", place.Name), ("percentage", Number(place.Percentage)));

    public static string Of(SectorShare sector) =>
        Members(("vocabulary", sector.Vocabulary), ("code", sector.Code), ("name", sector.Name), ("percentage", Number(sector.Percentage)));

    public static string Of(ThemeShare theme) => Members(("theme", theme.Theme), ("asWritten", theme.AsWritten), ("percentage", Number(theme.Percentage)));

    public static string Of(MoneyLine line) => Members(
        ("kind", line.Kind.ToString()),
        ("amount", Number(line.Amount)),
        ("currency", line.Currency),
        ("valueDate", FieldWords.Of(line.ValueDate)),
        ("periodStart", FieldWords.Of(line.PeriodStart)),
        ("periodEnd", FieldWords.Of(line.PeriodEnd)),
        ("transactionType", line.TransactionType),
        ("revised", line.Revised ? "true" : null));

    public static string Of(RelatedActivity related) => Members(("type", FieldWords.Of(related.Type)), ("reference", related.Reference));

    public static string Of(OtherIdentifier identifier) => Members(("type", identifier.Type), ("reference", identifier.Reference));

    public static string Of(Extra extra) => Members(("name", extra.Name), ("value", extra.Value));

    /// <summary>What is null is left out; what is there stands between quotation marks, so that no text passes for another member.</summary>
    private static string Members(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var words = new List<string>(members.Length);
        foreach (var (name, value) in members)
            if (value is not null) words.Add($"{name} \"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        return string.Join(", ", words);
    }

    private static string? Number(decimal? number) => number is { } given ? Canonical.Plain(given).ToString(CultureInfo.InvariantCulture) : null;
}
