using System.Runtime.CompilerServices;
using CsCheck;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Iati;
using ParisPact.Functions.Intake.Json;
using ParisPact.Functions.Intake.Tables;
using ParisPact.Tests.Intake.Iati;
using ParisPact.Tests.Intake.Tables;

namespace ParisPact.Tests.Projects.Exports;

public sealed class When_a_table_is_sent_back_unchanged
{
    [Theory]
    [InlineData("drugoffice/activities-sample.xml")]
    [InlineData("relief/3w-sample-hxl.csv")]
    [InlineData("norland/projects-sample.csv")]
    [InlineData("ostland/projects-sample.json")]
    [InlineData("customs/programme-overview-sample.xlsx")]
    public void No_project_of_the_samples_changes(string sample)
    {
        var projects = Projects(Path.Combine(Samples(), sample));
        Assert.NotEmpty(projects);
        None(Changed(projects, Given.Csv(Export.Csv(projects))));
        None(Changed(projects, Given.Workbook(Export.Xlsx(projects))));
    }

    [Theory]
    [InlineData("iati-code-examples_sample.xml")]
    [InlineData("aiddata_iati_2.03_NigeriaAIMS.xml")]
    [InlineData("hxlproxy_iati-dataset.xml")]
    [InlineData("oipa_v2.01_missing-percentage.xml")]
    [InlineData("v1_datastore_big_value.xml")]
    [InlineData("datastore_broken_activity_01.xml")]
    [InlineData("dportal_foodsecurity_multi-publisher.xml")]
    [InlineData("dportal_covid_multi-publisher.xml")]
    public void No_project_of_other_peoples_files_changes(string file)
    {
        var projects = Projects(SharedFiles.Need("iati/" + file));
        None(Changed(projects, Given.Csv(Export.Csv(projects))));
        None(Changed(projects, Given.Workbook(Export.Xlsx(projects))));
    }

    [Fact]
    public void No_project_that_came_as_JSON_changes() => AnyProject.Full.Sample(
        any =>
        {
            if (AsJson(any) is not { } project) return;
            None(Changed([project], Given.Csv(Export.Csv(project))));
            None(Changed([project], Given.Workbook(Export.Xlsx(project))));
        },
        iter: 300);

    private static void None(List<string> changed) => Assert.True(changed.Count == 0, string.Join('\n', changed));

    private static List<string> Changed(IReadOnlyList<Project> projects, List<RecordRead> back)
    {
        var read = back.Projects().ToDictionary(static project => project.Reference);
        return [.. projects
            .Select(project => (project.Reference, Changes: read.TryGetValue(project.Reference, out var same) ? Differences.Between(project, same) : [new FieldChange("lost", null, string.Join(" ", back.Problems()))]))
            .Where(static project => !project.Changes.IsEmpty)
            .Select(static project => $"{project.Reference}: {string.Join(", ", project.Changes)}")];
    }

    /// <summary>
    /// The project as the register has it when it came as JSON; null where a table would be refused that says the same: for shares of more than the
    /// whole, or a year in which no project can be; or which a table cannot say, as a DAC code that is none.
    /// </summary>
    private static Project? AsJson(Project any)
    {
        using var file = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(file)) JsonProjects.Write(json, any);
        var read = JsonProjects.ReadOne(file.ToArray(), Given.Context);
        return read.Problems.Any(static problem => problem.Rule is "date.unlikely" or "sector.unknown" || problem.Rule.EndsWith(".percentages", StringComparison.Ordinal)) ? null : read.Project;
    }

    private static List<Project> Projects(string path)
    {
        using var file = File.OpenRead(path);
        var read = Path.GetExtension(path) switch
        {
            ".xml" => IatiReader.Read(file, Given.Context),
            ".csv" => CsvProjects.Read(file, Given.Context),
            ".xlsx" => WorkbookProjects.Read(file, Given.Context),
            _ => JsonProjects.Read(file, Given.Context),
        };
        return [.. read.Projects().DistinctBy(static project => project.Reference)];
    }

    private static string Samples([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../infra/local/samples"));
}
