using System.Collections.Immutable;
using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>A project while its rows are read.</summary>
internal sealed class ProjectDraft(string referenceText, ProjectReference? reference, int line)
{
    public string ReferenceText { get; } = referenceText;

    public ProjectReference? Reference { get; } = reference;

    public int Line { get; } = line;

    public int Rows { get; set; }

    /// <summary>The cell of the first title as it stands, to tell a row of this project from another project with its reference.</summary>
    public string TitleText { get; set; } = "";

    public string? Language { get; set; }

    public List<Narrative> Titles { get; } = [];

    public List<(int Type, Narrative Text)> Descriptions { get; } = [];

    public ActivityStatus? Status { get; set; }

    public ProjectDates Dates { get; set; } = ProjectDates.Unknown;

    public OrganisationName? Reporting { get; set; }

    public List<Participation> Organisations { get; } = [];

    public List<PlaceShare> Places { get; } = [];

    public List<SectorShare> Sectors { get; } = [];

    public List<ThemeShare> Themes { get; } = [];

    public List<string> Papers { get; } = [];

    public List<MoneyLine> Money { get; } = [];

    public List<RelatedActivity> Related { get; } = [];

    public List<OtherIdentifier> OtherIdentifiers { get; } = [];

    public string? Website { get; set; }

    public int? Hierarchy { get; set; }

    public DateTimeOffset? LastUpdated { get; set; }

    public List<Extra> Extras { get; } = [];

    public List<Problem> Problems { get; } = [];

    /// <summary>Characters of <see cref="Extras"/> so far.</summary>
    public int ExtraLength { get; set; }

    public Project ToProject(Partners.PartnerId partner) => new()
    {
        Partner = partner,
        Reference = Reference!,
        Titles = [.. Titles],
        Descriptions = [.. Descriptions.Select(description => new Description(description.Type, [description.Text]))],
        Status = Status,
        Dates = Dates,
        ReportingOrganisation = Reporting,
        Organisations = [.. Organisations],
        Places = [.. Places],
        Sectors = [.. Sectors],
        Themes = [.. Themes],
        Papers = [.. Papers],
        Money = [.. Money],
        Related = [.. Related],
        OtherIdentifiers = [.. OtherIdentifiers],
        Website = Website,
        Hierarchy = Hierarchy,
        LastUpdated = LastUpdated,
        Extras = [.. Extras],
    };
}
