using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Formats;
using ParisPact.Functions.Intake.Iati;
using ParisPact.Functions.Intake.Json;
using ParisPact.Functions.Intake.Tables;
using ParisPact.Functions.Projects.Lookup;
using ParisPact.Tests.Intake.Iati;
using ParisPact.Tests.Intake.Tables;

namespace ParisPact.Tests.Projects.Exports;

/// <summary>An export says all that the register has, also what nobody said: read again, it is the same.</summary>
public sealed class When_json_is_sent_back_unchanged
{
    [Fact]
    public void No_project_of_any_kind_changes() => AnyProject.Full.Sample(any => Assert.Empty(Changed([Clean(any)])), iter: 2_000);

    [Fact]
    public void No_project_changes_either_that_is_shown_and_put_back() => AnyProject.Full.Sample(
        any =>
        {
            var project = Clean(any);
            var view = ProjectView.Of(project);
            view["register"] = new JsonObject { ["version"] = 1 };
            var read = JsonProjects.ReadOne(JsonSerializer.SerializeToUtf8Bytes(view), Given.Context);
            Assert.Equal(ProjectText.Of(project), ProjectText.Of(read.Project!));
        },
        iter: 500);

    [Fact]
    public void No_project_changes_that_came_as_a_table_or_as_IATI() => AnyProject.Full.Sample(
        any =>
        {
            var project = Clean(any);
            Assert.Empty(Changed(Given.Csv(Export.Csv(project)).Projects()));
            Assert.Empty(Changed(Export.Back(Export.Iati(project)).Projects()));
        },
        iter: 300);

    /// <summary>Each cut just behind a space.</summary>
    public static TheoryData<string> Long => [$"Reference,Title,Description\nA,{new string('x', 999)} {new string('y', 999)},{new string('x', 31_999)} {new string('y', 999)}\n"];

    [Theory]
    [InlineData("Reference,Title,Country,Percentage\nA,One,AF,0\nB,Two,AF; TJ,0; 100\nC,Three,AF 0%; TJ,\n")]
    [InlineData("Reference,Title,Donor,Donor code,Donor type\nA,One,UNODC,,\nB,Two,Nobody knows it,X &amp;  Y,10\nC,Three,,XM-DAC-41128,\n")]
    [InlineData("Reference,Title,Sector,Theme,Odd  name\nA  1,One,Police training; 160; 16063,nothing of ours,<b>&amp;amp;lt;</b>\n")]
    [InlineData("Reference,Title,Budget,Currency,Start,End\nA,One,1.10,$,1398-05-01,1900-01-01\nB,Two,-5,US dollars or so,2204-01-01,\n")]
    [MemberData(nameof(Long))]
    public void No_project_of_an_odd_table_changes(string table)
    {
        var projects = Given.Csv(table).Projects();
        Assert.NotEmpty(projects);
        Assert.Empty(Changed(projects));
    }

    [Fact]
    public void No_project_of_other_peoples_files_changes()
    {
        var root = SharedFiles.Need("");
        var (all, changed) = (0, new List<string>());
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var projects = Projects(path);
            all += projects.Count;
            changed.AddRange(Changed(projects).Select(change => $"{Path.GetRelativePath(root, path)}: {change}"));
        }

        Assert.NotEqual(0, all);
        Assert.Empty(changed);
    }

    [Fact]
    public void What_is_written_is_valid_by_the_schema()
    {
        using var schema = JsonDocument.Parse(JsonProjects.Schema());
        AnyProject.Full.Sample(
            any =>
            {
                using var written = JsonDocument.Parse(Export.Json(Clean(any)));
                Assert.Empty(SchemaCheck.Faults(schema.RootElement, written.RootElement));
            },
            iter: 300);
    }

    [Theory]
    [InlineData("""{"projects":[{"title":"x"}]}""")]
    [InlineData("""{"projects":[{"reference":"A","title":"x","places":[{"code":1}]}]}""")]
    [InlineData("""{"projects":[{"reference":"A","title":"x","organisations":[{"name":"x"}]}]}""")]
    [InlineData("""{"projects":[{"reference":null,"title":"x"}]}""")]
    [InlineData("""{"projects":[{"reference":"A","title":"x","money":[{"kind":"gift","amount":1}]}]}""")]
    public void What_the_schema_does_not_know_is_invalid(string json)
    {
        using var schema = JsonDocument.Parse(JsonProjects.Schema());
        using var written = JsonDocument.Parse(json);
        Assert.NotEmpty(SchemaCheck.Faults(schema.RootElement, written.RootElement));
    }

    /// <summary>As every door leaves a project: texts are tidy, and shares are over 0 and up to 100.</summary>
    private static Project Clean(Project any) => any with
    {
        Titles = [.. any.Titles.Select(title => title with { Text = Tidy(title.Text) })],
        Descriptions = [.. any.Descriptions.Select(one => one with { Narratives = [.. one.Narratives.Select(narrative => narrative with { Text = Tidy(narrative.Text, lines: true) })] })],
        ReportingOrganisation = any.ReportingOrganisation is { } reporter ? Tidy(reporter) : null,
        Organisations = [.. any.Organisations.Select(one => one with { Organisation = Tidy(one.Organisation) })],
        Places = [.. any.Places.Select(place => place with { AsWritten = Tidy(place.AsWritten), Name = place.Name is { } name ? Tidy(name) : null, Percentage = Part(place.Percentage) })],
        Sectors = [.. any.Sectors.Select(sector => sector with { Name = sector.Name is { } name ? Tidy(name) : null, Percentage = Part(sector.Percentage) })],
        Themes = [.. any.Themes.Select(theme => theme with { AsWritten = Tidy(theme.AsWritten), Percentage = Part(theme.Percentage) })],
        Related = [.. any.Related.Select(related => related with { Reference = PlainLine.Of(related.Reference) })],
        OtherIdentifiers = [.. any.OtherIdentifiers.Select(other => other with { Reference = PlainLine.Of(other.Reference) })],
        Extras = [.. any.Extras.Select(extra => new Extra(Tidy(extra.Name), CellText.Clean(extra.Value, lines: true)))],
    };

    private static OrganisationName Tidy(OrganisationName organisation) => organisation.Name.Length == 0 ? organisation : organisation with { Name = Tidy(organisation.Name) };

    private static string Tidy(string text, bool lines = false) => CellText.Clean(text, lines) is { Length: > 0 } tidy ? tidy : "x";

    private static decimal? Part(decimal? percentage) => percentage is > 0 and <= 100 ? percentage : null;

    private static List<string> Changed(List<Project> projects)
    {
        if (projects.Count == 0) return [];
        using var file = new MemoryStream(Export.Json(projects));
        var back = JsonProjects.Read(file, Given.Context).ToList();
        Assert.Equal(projects.Count, back.Count);
        return [.. projects.Zip(back)
            .Select(static pair => (pair.First.Reference, Changes: pair.Second.Project is { } same ? Differences.Between(pair.First, same) : [new FieldChange("refused", null, string.Join(" ", pair.Second.Problems))]))
            .Where(static project => !project.Changes.IsEmpty)
            .Select(static project => $"{project.Reference}: {string.Join(", ", project.Changes)}")];
    }

    private static List<Project> Projects(string path)
    {
        using var file = File.OpenRead(path);
        var records = FormatDetector.Detect(file).Format switch
        {
            FileFormat.IatiXml => IatiReader.Read(file, Given.Context),
            FileFormat.Csv => CsvProjects.Read(file, Given.Context),
            FileFormat.Xlsx or FileFormat.Xls => WorkbookProjects.Read(file, Given.Context),
            FileFormat.Json => JsonProjects.Read(file, Given.Context),
            _ => [],
        };
        return records.Projects();
    }
}
