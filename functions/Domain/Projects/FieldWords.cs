using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ParisPact.Domain.Projects;

/// <summary>The values of a project in short words, as a change shows them.</summary>
public static class FieldWords
{
    /// <summary>The longest side of a change, in UTF-16 characters.</summary>
    public const int Longest = 500;

    public static string? Of(ActivityStatus? status) => status is { } given ? CamelCase(given.ToString()) : null;

    public static string? Of(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Of(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    internal static string Of(OrganisationRole role) => CamelCase(role.ToString());

    public static string Of(Narrative narrative)
    {
        ArgumentNullException.ThrowIfNull(narrative);
        return narrative.Language is null ? narrative.Text : $"{narrative.Text} ({narrative.Language})";
    }

    public static string? Of(OrganisationName? organisation)
    {
        if (organisation is null) return null;
        var words = new StringBuilder(organisation.Name);
        if (organisation.Reference is { } reference) words.Append(words.Length == 0 ? reference : $" [{reference}]");
        if (organisation.Type is { } type) words.Append(CultureInfo.InvariantCulture, $" type {type}");
        return words.ToString();
    }

    public static string Of(Participation participation)
    {
        ArgumentNullException.ThrowIfNull(participation);
        return $"{Of(participation.Role)}: {Of(participation.Organisation)}";
    }

    /// <summary><c>AF-KAN 60%</c>; a place that is not known by name, as written.</summary>
    public static string Of(PlaceShare place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var words = place.Code is { } code ? code.Value : place.AsWritten;
        if (place.Region is { } region && Of(region) != words) words += $" [region {Of(region)}]";
        if (place.Name is { } name) words += $" ({name})";
        return words + Percent(place.Percentage);
    }

    public static string Of(SectorShare sector)
    {
        ArgumentNullException.ThrowIfNull(sector);
        var words = sector.Vocabulary == "1" ? sector.Code : $"{sector.Vocabulary}:{sector.Code}";
        if (sector.Name is { } name) words += $" ({name})";
        return words + Percent(sector.Percentage);
    }

    public static string Of(ThemeShare theme)
    {
        ArgumentNullException.ThrowIfNull(theme);
        return (theme.Theme ?? theme.AsWritten) + Percent(theme.Percentage);
    }

    /// <summary><c>budget 1000 USD 2024-01-01 to 2024-12-31</c>.</summary>
    public static string Of(MoneyLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var words = new StringBuilder(CamelCase(line.Kind.ToString()));
        words.Append(CultureInfo.InvariantCulture, $" {Canonical.Plain(line.Amount)} {line.Currency ?? "(no currency)"}");
        if (Of(line.PeriodStart) is { } start) words.Append(' ').Append(start);
        if (Of(line.PeriodEnd) is { } end) words.Append(" to ").Append(end);
        if (line.ValueDate is not null) words.Append(", value date ").Append(Of(line.ValueDate));
        if (line.TransactionType is { } type && type != Canonical.TypeOf(line.Kind)) words.Append(", type ").Append(type);
        if (line.Revised) words.Append(", revised");
        return words.ToString();
    }

    public static string Of(RelatedActivity related)
    {
        ArgumentNullException.ThrowIfNull(related);
        var type = related.Type switch { 1 => "parent", 2 => "child", 3 => "sibling", 4 => "co-funded", 5 => "third party", var other => $"type {other}" };
        return $"{type} {related.Reference}";
    }

    public static string Of(OtherIdentifier identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return identifier.Type is null ? identifier.Reference : $"{identifier.Type} {identifier.Reference}";
    }

    public static string Of(Extra extra)
    {
        ArgumentNullException.ThrowIfNull(extra);
        return $"{extra.Name}: {extra.Value}";
    }

    /// <summary>The text, cut where it is too long.</summary>
    public static string Shown(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Cut(text, 0, Longest);
    }

    /// <summary>The whole list; null where it is too long for that.</summary>
    internal static string? List<T>(ImmutableArray<T> items, Func<T, string> words)
    {
        var text = string.Join(", ", items.Select(words));
        return text.Length <= Longest ? text : null;
    }

    /// <summary>As much of the list as there is room for, and how many more there are; null for an empty list.</summary>
    internal static string? Shortened<T>(ImmutableArray<T> items, Func<T, string> words)
    {
        if (items.IsEmpty) return null;
        const int RoomForTheRest = 20;
        var text = new StringBuilder();
        for (var index = 0; index < items.Length; index++)
        {
            var item = words(items[index]);
            var separator = index == 0 ? "" : "; ";
            if (text.Length + separator.Length + item.Length > Longest - RoomForTheRest)
            {
                if (index == 0) text.Append(Cut(item, 0, Longest - RoomForTheRest));
                var more = items.Length - Math.Max(index, 1);
                if (more > 0) text.Append(CultureInfo.InvariantCulture, $" and {more} more");
                break;
            }

            text.Append(separator).Append(item);
        }

        return text.ToString();
    }

    /// <summary>
    /// What went and what came, each as much as there is room for. Of several ways to say it the first counts that tells the two apart; where they begin
    /// to differ beyond the room there is, that part is shown.
    /// </summary>
    /// <param name="words">From the shortest to the most exact.</param>
    internal static (string? Left, string? Right) Told<T>(ImmutableArray<T> gone, ImmutableArray<T> come, params ReadOnlySpan<Func<T, string>> words)
    {
        foreach (var say in words)
        {
            var (left, right) = (Shortened(gone, say), Shortened(come, say));
            if (left != right) return (left, right);
            (left, right) = (string.Join("; ", gone.Select(say)), string.Join("; ", come.Select(say)));
            if (left != right) return Excerpts(left, right);
        }

        return (Shortened(gone, words[^1]), Shortened(come, words[^1]));
    }

    /// <summary>Both texts, or where they are long the part in which they begin to differ.</summary>
    internal static (string? Left, string? Right) Excerpts(string? left, string? right)
    {
        if (left is null || right is null || (left.Length <= Longest && right.Length <= Longest))
            return (left is null ? null : Cut(left, 0, Longest), right is null ? null : Cut(right, 0, Longest));
        var same = left.AsSpan().CommonPrefixLength(right);
        var start = same < Longest - 100 ? 0 : same - 60;
        return (Cut(left, start, Longest), Cut(right, start, Longest));
    }

    private static string Cut(string text, int start, int room)
    {
        if (start == 0 && text.Length <= room) return text;
        var before = start > 0 ? "…" : "";
        var length = Math.Min(text.Length - start, room - before.Length - 1);
        // Half a surrogate pair is no character.
        if (start > 0 && start < text.Length && char.IsLowSurrogate(text[start])) (start, length) = (start + 1, length - 1);
        if (length > 0 && char.IsHighSurrogate(text[start + length - 1])) length--;
        return $"{before}{text.AsSpan(start, Math.Max(length, 0))}{(start + length < text.Length ? "…" : "")}";
    }

    private static string Percent(decimal? percentage) =>
        percentage is { } given ? string.Create(CultureInfo.InvariantCulture, $" {Canonical.Plain(given)}%") : "";

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
