using System.Collections.Frozen;
using System.Globalization;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Domain.Rainbow;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>
/// A project as rows of a table: the first has its reference and title, the further ones repeat the reference and add what does not fit into one.
/// Without a title they are refused where somebody has sorted the table, and do not pass for rows of another project. Percentages stand behind their values, and names that would be taken for several stand between quotation marks.
/// </summary>
internal static class TableRows
{
    private static readonly (int Type, string Column)[] RelatedBy =
        [(1, "Parent project"), (2, "Child projects"), (3, TableColumns.Related), (4, "Co-funded projects"), (5, "Third-party projects")];

    /// <summary>The kinds of transactions that are none of the usual, by IATI's TransactionType.</summary>
    private static readonly FrozenDictionary<string, string> OtherTransactions = new Dictionary<string, string>
    {
        ["5"] = "Interest repayment",
        ["6"] = "Loan repayment",
        ["7"] = "Reimbursement",
        ["8"] = "Purchase of equity",
        ["9"] = "Sale of equity",
        ["10"] = "Credit guarantee",
        ["11"] = "Incoming commitment",
        ["12"] = "Outgoing pledge",
        ["13"] = "Incoming pledge",
    }.ToFrozenDictionary();

    public static List<TableRow> Of(Project project)
    {
        var rows = new List<TableRow> { new() };
        Fill(rows[0], project);
        TableDescriptions.Fill(project, RowAt);
        TableOrganisations.Fill(project, RowAt);
        Places(project, RowAt);
        Sectors(project, RowAt);
        for (var i = 0; i < project.Money.Length; i++) Money(project.Money[i], RowAt(i));
        foreach (var name in project.Extras.GroupBy(static extra => extra.Name))
            foreach (var (i, extra) in name.Index()) RowAt(i).Set(HeaderFinder.ExtraMark + name.Key, extra.Value);
        var amounts = new HashSet<MoneyLine>();
        for (var at = 0; at < rows.Count; at++)
        {
            // An amount that stands on several rows of a reference counts once, so that one which is meant twice stands on a row without.
            var isNew = at >= project.Money.Length || amounts.Add(project.Money[at]);
            if (at > 0 && isNew && !rows[at].IsEmpty) rows[at].Set(TableColumns.Reference, project.Reference.AsWritten);
        }

        return [.. rows.Where(static (row, at) => at == 0 || !row.IsEmpty)];

        TableRow RowAt(int place)
        {
            while (rows.Count <= place) rows.Add(new TableRow());
            return rows[place];
        }
    }

    private static void Fill(TableRow row, Project project)
    {
        row.Set(TableColumns.Reference, project.Reference.AsWritten);
        row.Set(TableColumns.Partner, project.Partner.Value);
        row.Set(TableColumns.Status, project.Status is { } status ? ActivityStatuses.Name(status) : null);
        row.Set("Planned start", project.Dates.PlannedStart);
        row.Set("Actual start", project.Dates.ActualStart);
        row.Set("Planned end", project.Dates.PlannedEnd);
        row.Set("Actual end", project.Dates.ActualEnd);
        row.Set(TableColumns.Theme, TableTexts.List(project.Themes.Select(theme => TableTexts.Shared(theme.Theme is { } id ? Themes.Name(id) : theme.AsWritten, theme.Percentage))));
        row.Set(TableColumns.Paper, TableTexts.List(project.Papers.Select(paper => Papers.OfId(paper)?.Colour ?? paper)));
        foreach (var (type, column) in RelatedBy)
            row.Set(column, TableTexts.List(project.Related.Where(related => related.Type == type).Select(related => TableTexts.Single(related.Reference))));
        row.Set(TableColumns.OtherIdentifier, TableTexts.List(project.OtherIdentifiers.Select(other => TableTexts.Single(other.Reference))));
        if (project.OtherIdentifiers.Any(static other => other.Type is not null))
            row.Set(TableColumns.OtherIdentifier + " type", TableTexts.List(project.OtherIdentifiers.Select(static other => TableTexts.Single(other.Type ?? ""))));
        row.Set(TableColumns.Website, project.Website);
        row.Set(TableColumns.Hierarchy, project.Hierarchy?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// Countries, regions and provinces in one cell each; a place with a name beside its code on a row of its own. A province is read as one of
    /// the countries on its row, and counts in its country's stead: beside any it stands among the locations, which lie anywhere, and beside its
    /// own on the next row.
    /// </summary>
    private static void Places(Project project, Func<int, TableRow> row)
    {
        var plain = project.Places.Where(place => place.Name is null || place.Code is null).ToList();
        var countries = plain.Where(place => place.Region is null && place.Code is not { IsCountry: false }).ToList();
        var provinces = plain.Where(place => place.Code is { IsCountry: false }).ToList();
        row(0).Set(TableColumns.Country, TableTexts.List(countries.Select(place => TableTexts.Shared(place.Code?.Value ?? place.AsWritten, place.Percentage))));
        var regions = TableTexts.List(plain.Where(place => place.Region is not null).Select(place => TableTexts.Shared(Written(place), place.Percentage)));
        // A region beside a country is read as saying where the country lies.
        row(countries.Count > 0 && regions.Length > 0 ? 1 : 0).Set(TableColumns.Region, regions);
        var isBeside = provinces.Exists(place => countries.Exists(country => country.Code == place.Code!.Value.Country));
        row(isBeside ? 1 : 0).Set(countries.Count == 0 ? TableColumns.Province : TableColumns.Location, TableTexts.List(provinces.Select(place => TableTexts.Shared(place.Code!.Value.Value, place.Percentage))));
        foreach (var (i, place) in project.Places.Where(place => place.Name is not null && place.Code is not null).Index())
        {
            var beside = row(i + (isBeside || (countries.Count > 0 && regions.Length > 0) ? 2 : plain.Count > 0 ? 1 : 0));
            beside.Set(place.Code!.Value.IsCountry ? TableColumns.Country : TableColumns.Location, TableTexts.Shared(place.Code.Value.Value, place.Percentage));
            beside.Set(TableColumns.District, place.Name);
        }
    }

    private static string Written(PlaceShare place) =>
        RecipientRegions.Find(place.AsWritten).TryGet(out var region) && int.Parse(region.Code, CultureInfo.InvariantCulture) == place.Region
            ? place.AsWritten
            : place.Region!.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>DAC sectors in one cell; those of another vocabulary on a row with its code. Where one has a name, the codes have a column of their own.</summary>
    private static void Sectors(Project project, Func<int, TableRow> row)
    {
        foreach (var (i, vocabulary) in project.Sectors.GroupBy(static sector => sector.Vocabulary is "1" or "2" ? "" : sector.Vocabulary).OrderBy(static group => group.Key).Index())
        {
            var named = vocabulary.Any(static sector => sector.Name is not null);
            row(i).Set(named ? TableColumns.SectorCode : TableColumns.Sector, TableTexts.List(vocabulary.Select(sector => TableTexts.Shared(sector.Code, sector.Percentage))));
            if (named && vocabulary.Count() == 1) row(i).Set(TableColumns.Sector, vocabulary.First().Name);
            else if (named) row(i).Set(TableColumns.Sector, TableTexts.List(vocabulary.Select(static sector => TableTexts.Single(sector.Name ?? ""))));
            if (vocabulary.Key.Length > 0) row(i).Set(TableColumns.SectorVocabulary, vocabulary.Key);
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
            _ => line.TransactionType is { } type ? OtherTransactions.GetValueOrDefault(type) : null,
        };
        if (column is null) return;
        row.Set(column, line.Amount);
        row.Set(TableColumns.Currency, line.Currency);
        if (line.Kind is MoneyKind.Budget or MoneyKind.PlannedDisbursement)
        {
            row.Set($"{column} start", line.PeriodStart);
            row.Set($"{column} end", line.PeriodEnd);
            row.Set($"{column} date", line.ValueDate);
            if (line.Revised) row.Set($"{column} revised", "yes");
        }
        else
        {
            row.Set(line.Kind == MoneyKind.Other ? "Other transaction date" : $"{column} date", line.PeriodStart ?? line.ValueDate);
        }
    }
}
