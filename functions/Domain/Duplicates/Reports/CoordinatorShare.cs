using System.Collections.Immutable;
using ParisPact.Domain.Partners;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>Which pairs of a report are whose, and when they are told.</summary>
public static class CoordinatorShare
{
    /// <summary>When weekly digests go out: the night that ends the week before the working week begins.</summary>
    public const DayOfWeek DigestDay = DayOfWeek.Monday;

    /// <summary>Days that a digest looks back.</summary>
    public const int DigestDays = 7;

    /// <summary>When somebody is mailed: a coordinator as they say, else when there is something new; the secretariat only as they say; nobody else, and nobody without an address.</summary>
    public static DuplicateMail ChoiceOf(Person person) => person.Mail is null ? DuplicateMail.Never : person.Role switch
    {
        Role.Coordinator => person.Duplicates ?? DuplicateMail.WhenNew,
        Role.Secretariat => person.Duplicates ?? DuplicateMail.Never,
        _ => DuplicateMail.Never,
    };

    /// <summary>
    /// A pair is theirs where one of its projects has a place in a country of theirs, and one of them a thematic area of theirs. Who names no
    /// countries has the partner's, and all where it has none; who names no areas has all. What is assigned to somebody is theirs wherever it is.
    /// </summary>
    public static bool IsTheirs(PairEntry pair, Partner partner, Person person)
    {
        if (pair.AssignedTo is { } assigned && IsNamed(assigned, person)) return true;
        return Meets(CountriesOf(partner, person), pair.Left.Countries, pair.Right.Countries) && Meets(person.Themes, pair.Left.Themes, pair.Right.Themes);
    }

    /// <summary>The countries that somebody looks after; empty for all.</summary>
    public static ImmutableArray<string> CountriesOf(Partner partner, Person person) => person.Countries.IsEmpty ? partner.Countries : person.Countries;

    /// <summary>What of a report is theirs: pairs in its order, and the groups that hold any of them together.</summary>
    public static DuplicateReport Of(DuplicateReport report, Partner partner, Person person) => Only(report, [.. report.Pairs.Where(pair => IsTheirs(pair, partner, person))]);

    /// <summary>A report of some of its pairs, and of the groups that hold any of them together.</summary>
    public static DuplicateReport Only(DuplicateReport report, ImmutableArray<PairEntry> pairs)
    {
        var kept = pairs.Select(static pair => pair.Id).ToHashSet(StringComparer.Ordinal);
        return report with { Pairs = pairs, Groups = [.. report.Groups.Where(group => group.Pairs.Any(kept.Contains))] };
    }

    /// <summary>Whether a mail is due on the night of a report.</summary>
    /// <param name="theirs">Of the report, what is theirs.</param>
    public static bool IsDue(DuplicateMail choice, DuplicateReport theirs) => choice switch
    {
        DuplicateMail.Always => true,
        DuplicateMail.WhenNew => theirs.Pairs.Any(static pair => ReportParts.SectionOf(pair) == ReportSection.New),
        DuplicateMail.Weekly => theirs.Date.DayOfWeek == DigestDay && theirs.Pairs.Any(static pair => ReportParts.SectionOf(pair) != ReportSection.Decided),
        _ => false,
    };

    private static bool Meets(ImmutableArray<string> wanted, ImmutableArray<string> left, ImmutableArray<string> right) =>
        wanted.IsEmpty || left.Any(wanted.Contains) || right.Any(wanted.Contains);

    private static bool IsNamed(string assigned, Person person) =>
        Equal(assigned, person.Name) || Equal(assigned, person.Mail) || Equal(assigned, person.Identity);

    private static bool Equal(string one, string? other) => string.Equals(one.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
