using System.Globalization;
using System.Text;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Iati;
using ParisPact.Tests.Projects.Exports;

namespace ParisPact.Tests.Intake.Iati;

public sealed class When_files_of_real_publishers_are_read
{
    public static TheoryData<string> Files { get; } = new(
        "aiddata_iati_2.03_NigeriaAIMS", "datastore_broken", "datastore_broken_activity_01", "dportal_covid_multi-publisher", "dportal_foodsecurity_multi-publisher",
        "hxlproxy_iati-dataset", "iati-code-examples_sample", "oipa_v2.01_missing-percentage", "v1_IATIfromGF", "v1_datastore_big_value");

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_told_stays_as_it_is(string name)
    {
        var file = File.ReadAllBytes(SharedFiles.Need($"iati/{name}.xml"));
        Snapshot.Matches($"with the schemas\n{Told(Reading.Of(file, SharedFiles.Schemas()))}\nwithout\n{Told(Reading.Of(file))}", name);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_was_read_is_exported_valid_and_reads_back_the_same(string name)
    {
        var projects = Reading.Of(File.ReadAllBytes(SharedFiles.Need($"iati/{name}.xml"))).Select(record => record.Project).OfType<Project>().ToList();
        if (projects.Count == 0) return;
        var export = Export.Iati(projects);
        Assert.Empty(Export.Invalid(export, SharedFiles.Schemas()));
        Assert.Equal(projects.Select(ProjectText.Of), Export.Back(export).Select(record => record.Project).OfType<Project>().Select(ProjectText.Of));
    }

    [Fact]
    public void Files_of_the_folder_are_all_tried() =>
        Assert.Equal(Directory.GetFiles(SharedFiles.Need("iati"), "*.xml").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal), Files.Select(row => row.Data).Order(StringComparer.Ordinal));

    /// <summary>Counts, rules and lines, and nothing of what the file says.</summary>
    private static string Told(List<RecordRead> records)
    {
        var text = new StringBuilder();
        var kept = records.Count(record => record.Project is not null);
        text.Append(CultureInfo.InvariantCulture, $"  {kept} projects, {records.Count(record => !record.IsOfFile) - kept} refused\n");
        foreach (var group in records.SelectMany(record => record.Problems).GroupBy(problem => (problem.Rule, problem.Severity)).OrderBy(group => group.Key.Rule, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"  {group.Count(),5} {group.Key.Severity.ToString().ToLowerInvariant()} {group.Key.Rule}, first at {string.Join(", ", group.Take(3).Select(problem => problem.At.Line))}\n");
        foreach (var (field, count) in Held(records.Select(record => record.Project).OfType<Project>().ToList()))
            text.Append(CultureInfo.InvariantCulture, $"  {count,5} {field}\n");
        return text.ToString();
    }

    private static IEnumerable<(string Field, int Count)> Held(List<Project> projects) =>
        new (string, int)[]
        {
            ("titles", projects.Sum(project => project.Titles.Length)),
            ("descriptions", projects.Sum(project => project.Descriptions.Length)),
            ("statuses", projects.Count(project => project.Status is not null)),
            ("dates", projects.Sum(project => new[] { project.Dates.PlannedStart, project.Dates.ActualStart, project.Dates.PlannedEnd, project.Dates.ActualEnd }.Count(date => date is not null))),
            ("reporting organisations", projects.Count(project => project.ReportingOrganisation is not null)),
            ("participations", projects.Sum(project => project.Organisations.Length)),
            ("places", projects.Sum(project => project.Places.Length)),
            ("places with a code or region", projects.Sum(project => project.Places.Count(place => place.Code is not null || place.Region is not null))),
            ("sectors", projects.Sum(project => project.Sectors.Length)),
            ("amounts", projects.Sum(project => project.Money.Length)),
            ("related activities", projects.Sum(project => project.Related.Length)),
            ("other identifiers", projects.Sum(project => project.OtherIdentifiers.Length)),
            ("websites", projects.Count(project => project.Website is not null)),
            ("extras", projects.Sum(project => project.Extras.Length)),
        }.Where(pair => pair.Item2 > 0);
}
