using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Intake.Iati;
using ParisPact.Functions.Intake.Json;
using ParisPact.Functions.Intake.Tables;
using ParisPact.Functions.Projects.Exports;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects.Lookup;

public class When_an_export_is_sent_back
{
    private static readonly ReadingContext Context = new(Partner, "export", new DateOnly(2026, 3, 1), new Dictionary<string, string>());

    /// <summary>What the columns of the template can say.</summary>
    private static readonly Project Tabular = Project("SAMPLE-1", "=Border posts; and \"more\"") with
    {
        Descriptions = [new Description(1, [new Narrative("Trains officers, in two lines\nof text")]), new Description(2, [new Narrative("- Fewer crossings by night")])],
        Status = ActivityStatus.Implementation,
        Dates = new ProjectDates(new DateOnly(2024, 1, 1), new DateOnly(2024, 2, 1), new DateOnly(2026, 12, 31), new DateOnly(2026, 11, 30)),
        Organisations =
        [
            new Participation(OrganisationRole.Funding, new OrganisationName("Sample donor", "XM-SAMPLE-9")),
            new Participation(OrganisationRole.Funding, new OrganisationName("Other donor")),
            new Participation(OrganisationRole.Implementing, new OrganisationName("Sample agency")),
        ],
        Places = [Place("AF-KAN", 60m), Place("IR", 40m)],
        Sectors = [new SectorShare("1", "16063", 70m), new SectorShare("1", "15130", 30m)],
        Themes = [new Domain.Projects.ThemeShare("border-management", "Border management", 100m)],
        Papers = ["green", "blue"],
        Money =
        [
            new MoneyLine(MoneyKind.Budget, 1_250_000.5m, "USD", null, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)),
            new MoneyLine(MoneyKind.Budget, 900_000m, "EUR", null, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)),
            new MoneyLine(MoneyKind.PlannedDisbursement, 300_000m, "USD", new DateOnly(2024, 4, 1), new DateOnly(2024, 4, 1), new DateOnly(2024, 6, 30)),
            new MoneyLine(MoneyKind.Commitment, 20m, "USD", new DateOnly(2024, 5, 6), new DateOnly(2024, 5, 6)),
            new MoneyLine(MoneyKind.Expenditure, 10.25m, "USD", new DateOnly(2024, 7, 8), new DateOnly(2024, 7, 8)),
            new MoneyLine(MoneyKind.IncomingFunds, 30m, "EUR", new DateOnly(2024, 3, 4), new DateOnly(2024, 3, 4)),
        ],
    };

    [Fact]
    public async Task Json_gives_the_same_projects()
    {
        // The reader takes control characters and line separators out, as it does with every upload.
        var whole = Samples.Whole("A") with { Titles = [new Narrative("Border posts", "en"), new Narrative("Пограничные посты", "ru")], Extras = [new Extra("=cmd|' /C calc'!A0", "kept")] };
        var read = JsonProjects.Read(await FileAsync(JsonExport.WriteAsync, whole, Tabular), Context).ToList();
        Assert.Equal([Samples.Json(whole), Samples.Json(Tabular)], read.Select(record => Samples.Json(record.Project!)));
    }

    [Fact]
    public async Task Iati_gives_the_same_projects()
    {
        var read = IatiReader.Read(await FileAsync((projects, stream, stop) => IatiExport.WriteAsync(projects, stream, Start, stop), Tabular), Context).ToList();
        Assert.Equal(Samples.Json(Tabular), Samples.Json(Assert.Single(read, record => record.Project is not null).Project!));
    }

    [Fact]
    public async Task Csv_gives_what_the_columns_of_the_template_can_say() =>
        Same(CsvProjects.Read(await FileAsync(CsvExport.WriteAsync, Tabular), Context));

    [Fact]
    public async Task Xlsx_gives_what_the_columns_of_the_template_can_say() =>
        Same(WorkbookProjects.Read(await FileAsync(XlsxExport.WriteAsync, Tabular), Context));

    private static void Same(IEnumerable<RecordRead> records)
    {
        var all = records.ToList();
        var project = Assert.Single(all, record => record.Project is not null).Project!;
        Assert.DoesNotContain(all.SelectMany(record => record.Problems), problem => problem.Severity != Severity.Warning || problem.Rule.StartsWith("column.", StringComparison.Ordinal));
        Assert.Empty(project.Extras);
        Assert.Empty(project.OtherIdentifiers);
        Assert.Equal(Tabular.Title, project.Title);
        Assert.Equal(Tabular.Descriptions.Select(description => (description.Type, description.Narratives[0].Text)), project.Descriptions.Select(description => (description.Type, description.Narratives[0].Text)));
        Assert.Equal((Tabular.Status, Tabular.Dates), (project.Status, project.Dates));
        foreach (var facet in Enum.GetValues<Facet>()) Assert.Equal(FacetShares.Of(Tabular, facet).Order(Shares), FacetShares.Of(project, facet).Order(Shares));
        Assert.Equal(Text(ProjectMoney.Of(Tabular.Money)), Text(ProjectMoney.Of(project.Money)));
        Assert.Equal(Tabular.Money, project.Money);
        Assert.Equal([("Sample donor", "XM-SAMPLE-9"), ("Other donor", null)], project.Organisations.Where(participation => participation.Role == OrganisationRole.Funding).Select(participation => (participation.Organisation.Name, participation.Organisation.Reference)));
    }

    private static readonly Comparer<FacetShare> Shares = Comparer<FacetShare>.Create((left, right) => string.CompareOrdinal(left.Value, right.Value));

    private static string Text(ProjectMoney money) => $"{money.Basis} {string.Join(", ", money.Amount)}";

    private static PlaceShare Place(string code, decimal percentage) => new(PlaceCode.Parse(code), code, percentage);

    private static async Task<Stream> FileAsync(Func<IAsyncEnumerable<Project>, Stream, CancellationToken, Task> write, params Project[] projects)
    {
        var stream = new MemoryStream();
        await write(projects.ToAsyncEnumerable(), stream, Stop);
        stream.Position = 0;
        return stream;
    }
}
