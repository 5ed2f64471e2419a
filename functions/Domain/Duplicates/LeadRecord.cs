using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates;

/// <summary>What of a record decides whether it may lead a group of records that are one project.</summary>
/// <param name="Key">Tells it from all others.</param>
/// <param name="Stated">How many of the things that a project can state it states, of <see cref="LeadRecord.Things"/>.</param>
/// <param name="ChangedAt">When the record last changed.</param>
public sealed record LeadCandidate(string Key, int Stated, DateTimeOffset ChangedAt);

/// <summary>Which of several records of one project is suggested to lead: the one that states the most, of those the one that changed last.</summary>
public static class LeadRecord
{
    /// <summary>Description, status, start, end, funding and implementing organisation, province, sector or theme, budget, spending, other identifier, website.</summary>
    public const int Things = 12;

    /// <param name="candidates">At least 1.</param>
    /// <returns>The candidates in the order in which they would lead, and why the first does, in a sentence.</returns>
    public static (ImmutableArray<LeadCandidate> Order, string Why) Suggest(IEnumerable<LeadCandidate> candidates)
    {
        var order = candidates.OrderByDescending(static candidate => candidate.Stated).ThenByDescending(static candidate => candidate.ChangedAt).ThenBy(static candidate => candidate.Key, StringComparer.Ordinal).ToImmutableArray();
        var first = order[0];
        var why = order.Length == 1 ? "It is the only one that is left."
            : order[1].Stated < first.Stated ? $"It states the most: {first.Stated} of {Things} things; the next one states {order[1].Stated}."
            : order[1].ChangedAt < first.ChangedAt ? $"It states as much as any ({first.Stated} of {Things} things), and changed last."
            : $"It states as much as any ({first.Stated} of {Things} things); among equals the order of keys decides.";
        return (order, why);
    }

    /// <summary>See <see cref="LeadCandidate.Stated"/>.</summary>
    public static int Stated(Projects.Project project) => new[]
    {
        project.Descriptions.Length > 0,
        project.Status is not null,
        project.Dates.Start is not null,
        project.Dates.End is not null,
        project.Organisations.Any(static one => one.Role == Projects.OrganisationRole.Funding),
        project.Organisations.Any(static one => one.Role == Projects.OrganisationRole.Implementing),
        project.Places.Any(static place => place.Code is { IsNone: false, IsCountry: false }),
        project.Sectors.Length > 0 || project.Themes.Length > 0,
        project.Money.Any(static line => line.Kind == Projects.MoneyKind.Budget),
        project.Money.Any(static line => line.Kind is Projects.MoneyKind.Disbursement or Projects.MoneyKind.Expenditure),
        project.OtherIdentifiers.Length > 0,
        project.Website is not null,
    }.Count(static stated => stated);
}
