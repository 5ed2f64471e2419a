using System.Globalization;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Domain.Rainbow;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>
/// A project as rows of a table: the first has its reference, the further ones leave it blank and add what does not fit into one, as the
/// template says. Percentages stand behind their values. What the template has no column for, such as languages and columns that were not
/// understood, is in the JSON and IATI exports.
/// </summary>
internal static class TableRows
{
    private static readonly (OrganisationRole Role, string Column)[] Organisations =
    [
        (OrganisationRole.Funding, TableColumns.Donor),
        (OrganisationRole.Accountable, "Accountable organisation"),
        (OrganisationRole.Extending, "Extending organisation"),
        (OrganisationRole.Implementing, "Implementing organisation"),
    ];

    public static IEnumerable<TableRow> Of(Project project)
    {
        var first = new TableRow();
        Fill(first, project);
        var further = new List<TableRow>();
        Places(project, first, further);
        Sectors(project, first, further);
        for (var i = 0; i < project.Money.Length; i++) Money(project.Money[i], i == 0 ? first : RowAt(further, i - 1));
        return further.Where(static row => !row.IsEmpty).Prepend(first);
    }

    private static void Fill(TableRow row, Project project)
    {
        row.Set(TableColumns.Reference, project.Reference.AsWritten);
        row.Set(TableColumns.Partner, project.Partner.Value);
        row.Set(TableColumns.Title, project.Title);
        foreach (var (type, column) in (ReadOnlySpan<(int, string)>)[(1, TableColumns.Description), (2, TableColumns.Objectives), (3, TableColumns.TargetGroups)])
            row.Set(column, project.Descriptions.FirstOrDefault(description => description.Type == type)?.Narratives[0].Text);
        row.Set(TableColumns.Status, project.Status is { } status ? ActivityStatuses.Name(status) : null);
        row.Set("Planned start", project.Dates.PlannedStart);
        row.Set("Actual start", project.Dates.ActualStart);
        row.Set("Planned end", project.Dates.PlannedEnd);
        row.Set("Actual end", project.Dates.ActualEnd);
        row.Set(TableColumns.Reporting, project.ReportingOrganisation is { } reporter ? Name(reporter) : null);
        foreach (var (role, column) in Organisations)
            row.Set(column, List(project.Organisations.Where(participation => participation.Role == role).Select(participation => Name(participation.Organisation))));
        row.Set(TableColumns.DonorReference, References(project));
        row.Set(TableColumns.Theme, List(project.Themes.Select(theme => Shared(theme.Theme is { } id ? Themes.Name(id) : theme.AsWritten, theme.Percentage))));
        row.Set(TableColumns.Paper, List(project.Papers.Select(paper => Papers.OfId(paper)?.Colour ?? paper)));
        row.Set(TableColumns.Related, List(project.Related.Select(related => related.Reference)));
        row.Set(TableColumns.OtherIdentifier, List(project.OtherIdentifiers.Select(other => other.Reference)));
        row.Set(TableColumns.Website, project.Website);
    }

    /// <summary>
    /// Countries, regions and provinces in one cell each; a place with a name beside its code on a row of its own. A province is read as one of
    /// the countries on its row: where there are any, it stands among the locations, which lie anywhere.
    /// </summary>
    private static void Places(Project project, TableRow first, List<TableRow> further)
    {
        var plain = project.Places.Where(place => place.Name is null || place.Code is null).ToList();
        var countries = plain.Where(place => place.Region is null && place.Code is not { IsCountry: false }).ToList();
        first.Set(TableColumns.Country, List(countries.Select(place => Shared(place.Code?.Value ?? place.AsWritten, place.Percentage))));
        first.Set(TableColumns.Region, List(plain.Where(place => place.Region is not null).Select(place => Shared(place.Region!.Value.ToString(CultureInfo.InvariantCulture), place.Percentage))));
        first.Set(
            countries.Count == 0 ? TableColumns.Province : TableColumns.Location,
            List(plain.Where(place => place.Code is { IsCountry: false }).Select(place => Shared(place.Code!.Value.Value, place.Percentage))));
        foreach (var (i, place) in project.Places.Where(place => place.Name is not null && place.Code is not null).Index())
        {
            var row = RowAt(further, i);
            row.Set(place.Code!.Value.IsCountry ? TableColumns.Country : TableColumns.Location, Shared(place.Code.Value.Value, place.Percentage));
            row.Set(TableColumns.District, place.Name);
        }
    }

    /// <summary>DAC sectors in one cell; those of another vocabulary on a row with its code.</summary>
    private static void Sectors(Project project, TableRow first, List<TableRow> further)
    {
        foreach (var (i, vocabulary) in project.Sectors.GroupBy(sector => sector.Vocabulary).OrderBy(group => group.Key is not ("1" or "2")).Index())
        {
            var row = i == 0 ? first : RowAt(further, i - 1);
            row.Set(TableColumns.Sector, List(vocabulary.Select(sector => Shared(sector.Code, sector.Percentage))));
            if (vocabulary.Key is not ("1" or "2")) row.Set(TableColumns.SectorVocabulary, vocabulary.Key);
        }
    }

    private static void Money(MoneyLine line, TableRow row)
    {
        var column = line.Kind switch
        {
            MoneyKind.Budget => "Budget",
            MoneyKind.PlannedDisbursement => "Planned disbursement",
            MoneyKind.Commitment => "Commitment",
            MoneyKind.Disbursement => "Disbursement",
            MoneyKind.Expenditure => "Expenditure",
            MoneyKind.IncomingFunds => "Incoming funds",
            _ => null,
        };
        if (column is null) return;
        row.Set(column, line.Amount);
        row.Set(TableColumns.Currency, line.Currency);
        if (line.Kind is MoneyKind.Budget or MoneyKind.PlannedDisbursement)
        {
            row.Set($"{column} start", line.PeriodStart);
            row.Set($"{column} end", line.PeriodEnd);
            row.Set($"{column} date", line.ValueDate);
        }
        else
        {
            row.Set($"{column} date", line.PeriodStart ?? line.ValueDate);
        }
    }

    private static TableRow RowAt(List<TableRow> rows, int place)
    {
        while (rows.Count <= place) rows.Add(new TableRow());
        return rows[place];
    }

    /// <summary>Nothing where no donor has one: the list goes with the donors by its order.</summary>
    private static string? References(Project project)
    {
        var donors = project.Organisations.Where(participation => participation.Role == OrganisationRole.Funding).Select(participation => participation.Organisation.Reference).ToList();
        return donors.Exists(static reference => reference is not null) ? List(donors.Select(static reference => reference ?? "")) : null;
    }

    private static string Name(OrganisationName organisation) => organisation.Name.Length > 0 ? organisation.Name : organisation.Reference ?? "";

    private static string Shared(string text, decimal? percentage) =>
        percentage is { } part ? string.Create(CultureInfo.InvariantCulture, $"{Single(text)} ({part:0.####}%)") : Single(text);

    private static string List(IEnumerable<string> texts) => string.Join("; ", texts.Select(Single));

    /// <summary>A semicolon inside a name would read as two names.</summary>
    private static string Single(string text) => text.Replace(';', ',');
}
