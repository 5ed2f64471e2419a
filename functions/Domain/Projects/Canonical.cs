using System.Collections.Immutable;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Projects;

/// <summary>
/// What two tellings of one project are compared by. They say the same when their canonical forms are equal, that is when they differ only in
/// the order of things that have none (all but the first title, organisations, places, sectors, themes, papers, money, related activities, other
/// identifiers, extras), in how a number is spelt (<c>60</c>, <c>60.0</c>), in how a place or theme is spelt that has the same code, in a share of
/// 100 % that is stated for the only place, theme, or sector of its vocabulary, in a transaction type that only repeats the kind, or in <see cref="Project.LastUpdated"/>, which says that a record was touched, not what it says.
/// A reference in another spelling is a change, since the spelling is what goes into exports.
/// </summary>
public static class Canonical
{
    public static Project Of(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return project with
        {
            Titles = [project.Titles[0], .. Sorted(project.Titles.RemoveAt(0), Compare)],
            Descriptions = Given(project.Descriptions),
            Organisations = Sorted(project.Organisations, Compare),
            Places = Sorted(Each(project.Places, place => place with { AsWritten = place.Code?.Value ?? place.AsWritten, Percentage = project.Places.Length == 1 ? Part(place.Percentage) : Plain(place.Percentage) }), Compare),
            Sectors = Sorted(Each(project.Sectors, sector => sector with { Percentage = IsOnlyOne(project.Sectors, sector) ? Part(sector.Percentage) : Plain(sector.Percentage) }), Compare),
            Themes = Sorted(Each(project.Themes, theme => theme with { AsWritten = theme.Theme ?? theme.AsWritten, Percentage = project.Themes.Length == 1 ? Part(theme.Percentage) : Plain(theme.Percentage) }), Compare),
            Papers = Sorted(project.Papers, string.CompareOrdinal),
            Money = Sorted(Each(project.Money, static line => line with { Amount = Plain(line.Amount), TransactionType = line.TransactionType == TypeOf(line.Kind) ? null : line.TransactionType }), Compare),
            Related = Sorted(project.Related, static (a, b) => a.Type != b.Type ? a.Type.CompareTo(b.Type) : string.CompareOrdinal(a.Reference, b.Reference)),
            OtherIdentifiers = Sorted(project.OtherIdentifiers, static (a, b) => Text(a.Type, b.Type) is not 0 and var order ? order : string.CompareOrdinal(a.Reference, b.Reference)),
            Extras = Sorted(project.Extras, static (a, b) => Text(a.Name, b.Name) is not 0 and var order ? order : string.CompareOrdinal(a.Value, b.Value)),
            LastUpdated = null,
        };
    }

    /// <summary>Without the zeros behind the last digit: 60.0 and 60 are one number, and are written alike.</summary>
    internal static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;

    private static decimal? Plain(decimal? number) => number is { } given ? Plain(given) : null;

    /// <summary>A whole is what the only place, theme or sector has anyhow.</summary>
    private static decimal? Part(decimal? percentage) => percentage == 100 ? null : Plain(percentage);

    private static bool IsOnlyOne(ImmutableArray<SectorShare> sectors, SectorShare one)
    {
        var count = 0;
        foreach (var sector in sectors)
            if (sector.Vocabulary == one.Vocabulary) count++;
        return count == 1;
    }

    /// <summary>The IATI transaction type that the kind says already.</summary>
    internal static string? TypeOf(MoneyKind kind) => kind switch
    {
        MoneyKind.IncomingFunds => "1",
        MoneyKind.Commitment => "2",
        MoneyKind.Disbursement => "3",
        MoneyKind.Expenditure => "4",
        _ => null,
    };

    private static ImmutableArray<T> Given<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;

    private static ImmutableArray<T> Each<T>(ImmutableArray<T> list, Func<T, T> change) => list.IsDefaultOrEmpty ? [] : ImmutableArray.CreateRange(list, change);

    private static ImmutableArray<T> Sorted<T>(ImmutableArray<T> list, Comparison<T> order) =>
        list.IsDefault ? [] : list.Length < 2 ? list : list.Sort(order);

    private static int Text(string? left, string? right) => string.CompareOrdinal(left, right);

    private static int First(params ReadOnlySpan<int> orders)
    {
        foreach (var order in orders)
            if (order != 0) return order;
        return 0;
    }

    private static int Compare(Narrative a, Narrative b) => First(Text(a.Language, b.Language), Text(a.Text, b.Text));

    private static int Compare(Participation a, Participation b) => First(
        a.Role.CompareTo(b.Role),
        Text(a.Organisation.Name, b.Organisation.Name),
        Text(a.Organisation.Reference, b.Organisation.Reference),
        Nullable.Compare(a.Organisation.Type, b.Organisation.Type));

    private static int Compare(PlaceShare a, PlaceShare b) => First(
        Text(Code(a.Code), Code(b.Code)),
        Text(a.AsWritten, b.AsWritten),
        Nullable.Compare(a.Region, b.Region),
        Text(a.Name, b.Name),
        Nullable.Compare(a.Percentage, b.Percentage));

    private static string? Code(PlaceCode? code) => code?.Value;

    private static int Compare(SectorShare a, SectorShare b) => First(
        Text(a.Vocabulary, b.Vocabulary),
        Text(a.Code, b.Code),
        Text(a.Name, b.Name),
        Nullable.Compare(a.Percentage, b.Percentage));

    private static int Compare(ThemeShare a, ThemeShare b) => First(
        Text(a.Theme, b.Theme),
        Text(a.AsWritten, b.AsWritten),
        Nullable.Compare(a.Percentage, b.Percentage));

    private static int Compare(MoneyLine a, MoneyLine b) => First(
        a.Kind.CompareTo(b.Kind),
        Nullable.Compare(a.PeriodStart, b.PeriodStart),
        Nullable.Compare(a.PeriodEnd, b.PeriodEnd),
        Nullable.Compare(a.ValueDate, b.ValueDate),
        a.Amount.CompareTo(b.Amount),
        Text(a.Currency, b.Currency),
        Text(a.TransactionType, b.TransactionType),
        a.Revised.CompareTo(b.Revised));
}
