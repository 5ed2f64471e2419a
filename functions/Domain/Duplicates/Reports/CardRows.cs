using System.Collections.Immutable;
using System.Globalization;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>Two projects side by side, field by field, with what they share.</summary>
public static class CardRows
{
    /// <summary>Before an amount in dollars that was converted.</summary>
    private const string About = "about ";

    /// <summary>All fields, in their order; what neither says as well.</summary>
    public static ImmutableArray<CardRow> Of(ProjectCard left, ProjectCard right) =>
    [
        Row(CardField.Title, left.Titles, right.Titles),
        Row(CardField.Reference, [left.Reference], [right.Reference]),
        Row(CardField.Organisations, Organisations(left), Organisations(right)),
        Places(left, right),
        Sectors(left, right),
        Row(CardField.Start, Day(left.Start), Day(right.Start)),
        Row(CardField.End, Day(left.End), Day(right.End)),
        Row(CardField.Amount, Amounts(left), Amounts(right), static text => text.StartsWith(About, StringComparison.Ordinal) ? text[About.Length..] : text),
        Row(CardField.Status, Said(left.Status), Said(right.Status)),
        Row(CardField.Identifiers, left.Identifiers, right.Identifiers, leftAlso: left.Reference, rightAlso: right.Reference),
        Row(CardField.Website, Said(left.Website), Said(right.Website)),
        Row(CardField.Description, Said(left.Description), Said(right.Description)),
    ];

    /// <summary>The row of places alone.</summary>
    public static CardRow Places(ProjectCard left, ProjectCard right) => Row(CardField.Places, left.Places, right.Places, WithoutShare);

    /// <summary>The row of sectors and themes alone.</summary>
    public static CardRow Sectors(ProjectCard left, ProjectCard right) => Row(CardField.Sectors, left.Sectors, right.Sectors, WithoutShare);

    /// <summary>A day as reports write it, such as "24 November 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <param name="leftAlso">What the first says elsewhere, by which it shares what the second says here.</param>
    /// <param name="rightAlso">Likewise of the second.</param>
    private static CardRow Row(CardField field, IEnumerable<string> left, IEnumerable<string> right, Func<string, string>? key = null, string? leftAlso = null, string? rightAlso = null)
    {
        var (one, other) = (Filled(left), Filled(right));
        var (keys, beside) = (Keys(one, key), Keys(other, key));
        HashSet<string> first = [.. keys, .. Keys([.. Said(leftAlso)], key)];
        HashSet<string> second = [.. beside, .. Keys([.. Said(rightAlso)], key)];
        return Compared(
            field,
            [.. one.Select((text, at) => new CardValue(text, second.Contains(keys[at])))],
            [.. other.Select((text, at) => new CardValue(text, first.Contains(beside[at])))]);
    }

    private static CardRow Compared(CardField field, ImmutableArray<CardValue> first, ImmutableArray<CardValue> second) => new(field, first, second, Difference(first, second));

    private static CardDifference Difference(ImmutableArray<CardValue> left, ImmutableArray<CardValue> right) => (left.Length, right.Length) switch
    {
        (0, 0) => CardDifference.Missing,
        (_, 0) => CardDifference.OnlyLeft,
        (0, _) => CardDifference.OnlyRight,
        _ when left.All(static value => value.Shared) && right.All(static value => value.Shared) => CardDifference.Same,
        _ when left.Any(static value => value.Shared) || right.Any(static value => value.Shared) => CardDifference.InPart,
        _ => CardDifference.Different,
    };

    private static List<string> Filled(IEnumerable<string> texts) => [.. texts.Where(static text => !string.IsNullOrWhiteSpace(text)).Distinct(StringComparer.Ordinal)];

    private static List<string> Keys(List<string> texts, Func<string, string>? key) =>
        [.. texts.Select(text => string.Join(' ', (key?.Invoke(text) ?? text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant())];

    /// <summary>A name without the percentage behind it: two that put another share into one province are still in one province.</summary>
    public static string WithoutShare(string text) => text.EndsWith("%)", StringComparison.Ordinal) && text.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? text[..at] : text;

    private static IEnumerable<string> Organisations(ProjectCard card) => card.Organisations.Select(static organisation => $"{organisation.Name} ({organisation.Role})");

    private static IEnumerable<string> Day(DateOnly? day) => Said(day is { } known ? Day(known) : null);

    /// <summary>As stated; in dollars behind it where that says more.</summary>
    private static IEnumerable<string> Amounts(ProjectCard card)
    {
        foreach (var amount in card.Amounts) yield return amount;
        if (card.Usd is { } usd && (card.Amounts.Length != 1 || !card.Amounts[0].StartsWith("USD ", StringComparison.Ordinal)))
            yield return string.Create(CultureInfo.InvariantCulture, $"{(card.Amounts.IsEmpty ? "" : About)}USD {usd:N0}");
    }

    private static IEnumerable<string> Said(string? text) => text is null ? [] : [text];
}
