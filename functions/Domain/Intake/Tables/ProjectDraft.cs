using System.Collections.Immutable;
using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>A project while its rows are read. Used again for the next one, so that its lists are made once for a table.</summary>
internal sealed class ProjectDraft
{
    public string ReferenceText { get; private set; } = "";

    public ProjectReference? Reference { get; private set; }

    public int Line { get; private set; }

    /// <summary>The cell of the first title as it stands, to tell a row of this project from another project with its reference.</summary>
    public string TitleText { get; private set; } = "";

    public int Rows { get; set; }

    public string? Language { get; set; }

    public List<Narrative> Titles { get; } = [];

    public List<Description> Descriptions { get; } = [];

    public ActivityStatus? Status { get; set; }

    public DateOnly? PlannedStart { get; set; }

    public DateOnly? ActualStart { get; set; }

    public DateOnly? PlannedEnd { get; set; }

    public DateOnly? ActualEnd { get; set; }

    public ProjectDates Dates => new(PlannedStart, ActualStart, PlannedEnd, ActualEnd);

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

    /// <summary>What stands in the column of details, row by row put together; empty where there is none.</summary>
    public System.Text.StringBuilder Details { get; } = new();

    public List<Problem> Problems { get; } = [];

    /// <summary>Characters of <see cref="Extras"/> so far.</summary>
    public int ExtraLength { get; set; }

    /// <summary>Forgets the project before, whose values have been copied.</summary>
    public void Begin(string referenceText, ProjectReference? reference, int line, string titleText)
    {
        (ReferenceText, Reference, Line, TitleText) = (referenceText, reference, line, titleText);
        (Rows, ExtraLength, Hierarchy) = (0, 0, null);
        (Language, Website, Status, Reporting, LastUpdated) = (null, null, null, null, null);
        (PlannedStart, ActualStart, PlannedEnd, ActualEnd) = (null, null, null, null);
        Titles.Clear();
        Descriptions.Clear();
        Organisations.Clear();
        Places.Clear();
        Sectors.Clear();
        Themes.Clear();
        Papers.Clear();
        Money.Clear();
        Related.Clear();
        OtherIdentifiers.Clear();
        Extras.Clear();
        Details.Clear();
        Problems.Clear();
    }

    public bool HasExtra(string name, string value)
    {
        foreach (var extra in Extras)
            if (extra.Value == value && extra.Name == name) return true;
        return false;
    }

    public Project ToProject(Partners.PartnerId partner) => new()
    {
        Partner = partner,
        Reference = Reference!,
        Titles = [.. Titles],
        Descriptions = [.. Descriptions],
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
