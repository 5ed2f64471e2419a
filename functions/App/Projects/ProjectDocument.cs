using System.Collections.Immutable;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>The JSON form of a <see cref="Project"/>, in the order of its members: what is empty or unknown is left out.</summary>
internal sealed record ProjectDocument(
    string? Partner,
    string? Reference,
    ImmutableArray<Narrative>? Titles,
    ImmutableArray<Description>? Descriptions,
    ActivityStatus? Status,
    DatesDocument? Dates,
    OrganisationName? ReportingOrganisation,
    ImmutableArray<Participation>? Organisations,
    ImmutableArray<PlaceShare>? Places,
    ImmutableArray<SectorShare>? Sectors,
    ImmutableArray<ThemeShare>? Themes,
    ImmutableArray<string>? Papers,
    ImmutableArray<MoneyLine>? Money,
    ImmutableArray<RelatedActivity>? Related,
    ImmutableArray<OtherIdentifier>? OtherIdentifiers,
    string? Website,
    int? Hierarchy,
    DateTimeOffset? LastUpdated,
    ImmutableArray<Extra>? Extras)
{
    public static ProjectDocument Of(Project project) => new(
        project.Partner.Value,
        project.Reference.AsWritten,
        Given(project.Titles),
        Given(project.Descriptions),
        project.Status,
        project.Dates == ProjectDates.Unknown ? null : DatesDocument.Of(project.Dates),
        project.ReportingOrganisation,
        Given(project.Organisations),
        Given(project.Places),
        Given(project.Sectors),
        Given(project.Themes),
        Given(project.Papers),
        Given(project.Money),
        Given(project.Related),
        Given(project.OtherIdentifiers),
        project.Website,
        project.Hierarchy,
        project.LastUpdated,
        Given(project.Extras));

    /// <exception cref="FormatException">Partner, reference or title is missing or is none.</exception>
    public Project ToProject() => new()
    {
        Partner = PartnerId.Parse(Partner ?? ""),
        Reference = ProjectReference.From(Reference) ?? throw new FormatException("A project without a reference."),
        Titles = Titles is { IsDefaultOrEmpty: false } titles ? titles : throw new FormatException("A project without a title."),
        Descriptions = Descriptions ?? [],
        Status = Status,
        Dates = Dates?.ToDates() ?? ProjectDates.Unknown,
        ReportingOrganisation = ReportingOrganisation,
        Organisations = Organisations ?? [],
        Places = Places ?? [],
        Sectors = Sectors ?? [],
        Themes = Themes ?? [],
        Papers = Papers ?? [],
        Money = Money ?? [],
        Related = Related ?? [],
        OtherIdentifiers = OtherIdentifiers ?? [],
        Website = Website,
        Hierarchy = Hierarchy,
        LastUpdated = LastUpdated,
        Extras = Extras ?? [],
    };

    private static ImmutableArray<T>? Given<T>(ImmutableArray<T> list) => list.IsDefaultOrEmpty ? null : list;
}

/// <summary>The four dates, without those that are computed from them.</summary>
internal sealed record DatesDocument(DateOnly? PlannedStart, DateOnly? ActualStart, DateOnly? PlannedEnd, DateOnly? ActualEnd)
{
    public static DatesDocument Of(ProjectDates dates) => new(dates.PlannedStart, dates.ActualStart, dates.PlannedEnd, dates.ActualEnd);

    public ProjectDates ToDates() => new(PlannedStart, ActualStart, PlannedEnd, ActualEnd);
}
