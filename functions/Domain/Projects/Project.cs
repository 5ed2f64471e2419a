using System.Collections.Immutable;
using ParisPact.Domain.Partners;

namespace ParisPact.Domain.Projects;

/// <summary>
/// One project of one partner as the partner reports it: who is doing what, where. Identified by (<see cref="Partner"/>, <see cref="Reference"/>).
/// Holds only what was said; what follows from it (themes of its sectors, sums in USD, assumed shares) is computed where it is asked.
/// Lists keep the order of the file.
/// </summary>
public sealed record Project
{
    public required PartnerId Partner { get; init; }

    public required ProjectReference Reference { get; init; }

    /// <summary>The title in each language given; the first is the one that is shown. At least one.</summary>
    public required ImmutableArray<Narrative> Titles { get; init; }

    public ImmutableArray<Description> Descriptions { get; init; } = [];

    public ActivityStatus? Status { get; init; }

    public ProjectDates Dates { get; init; } = ProjectDates.Unknown;

    /// <summary>Who reports the project, as the file names it; the register's partner is <see cref="Partner"/>, whoever stands here.</summary>
    public OrganisationName? ReportingOrganisation { get; init; }

    public ImmutableArray<Participation> Organisations { get; init; } = [];

    public ImmutableArray<PlaceShare> Places { get; init; } = [];

    public ImmutableArray<SectorShare> Sectors { get; init; } = [];

    /// <summary>Thematic areas that the partner declared; empty where the themes follow from the sectors.</summary>
    public ImmutableArray<ThemeShare> Themes { get; init; } = [];

    /// <summary>Rainbow papers that the partner declared, by id: <c>blue</c>, <c>green</c>, <c>yellow</c>, <c>violet</c>, <c>red</c>, <c>orange</c>, <c>indigo</c>.</summary>
    public ImmutableArray<string> Papers { get; init; } = [];

    public ImmutableArray<MoneyLine> Money { get; init; } = [];

    public ImmutableArray<RelatedActivity> Related { get; init; } = [];

    public ImmutableArray<OtherIdentifier> OtherIdentifiers { get; init; } = [];

    /// <summary>The project's page or the reporter's, absolute http or https; null where there is none.</summary>
    public string? Website { get; init; }

    /// <summary>IATI hierarchy: 1 is the top; null where the file did not say.</summary>
    public int? Hierarchy { get; init; }

    /// <summary>When the partner says it last changed the record; not when it came here.</summary>
    public DateTimeOffset? LastUpdated { get; init; }

    public ImmutableArray<Extra> Extras { get; init; } = [];

    public string Title => Titles[0].Text;
}
