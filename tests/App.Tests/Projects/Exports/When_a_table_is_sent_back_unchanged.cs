using CsCheck;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake;
using ParisPact.Tests.Intake;
using ParisPact.Tests.Intake.Tables;

namespace ParisPact.Tests.Projects.Exports;

public sealed class When_a_table_is_sent_back_unchanged
{
    private static readonly ReadingContext Context = new(Domain.Partners.PartnerId.Parse("sample"), "file", new DateOnly(2026, 3, 1), new Dictionary<string, string>());

    [Fact]
    public void Diagnose()
    {
        foreach (var file in Directory.GetFiles("/work/wt-tables/infra/local/samples", "*", SearchOption.AllDirectories).Concat(Directory.GetFiles("/work/shared/data/iati", "*.xml")))
        {
            List<Project> projects;
            try
            {
                projects = Path.GetExtension(file) switch
                {
                    ".xml" => [.. Functions.Intake.Iati.IatiReader.Read(File.OpenRead(file), Context).Select(record => record.Project).OfType<Project>()],
                    ".csv" => [.. Functions.Intake.Tables.CsvProjects.Read(File.OpenRead(file), Context).Select(record => record.Project).OfType<Project>()],
                    ".xlsx" => [.. Functions.Intake.Tables.WorkbookProjects.Read(File.OpenRead(file), Context).Select(record => record.Project).OfType<Project>()],
                    _ => [.. Functions.Intake.Json.JsonProjects.Read(File.OpenRead(file), Context).Select(record => record.Project).OfType<Project>()],
                };
            }
            catch (Exception failure)
            {
                TestContext.Current.SendDiagnosticMessage(file + " " + failure.Message);
                continue;
            }

            projects = [.. projects.DistinctBy(project => project.Reference)];
            var csv = Export.Csv(projects);
            File.WriteAllBytes("/tmp/tables-out/" + Path.GetFileName(file) + ".csv", csv);
            foreach (var (kind, back) in new[] { ("csv", Given.Csv(csv)), ("xlsx", Given.Workbook(Export.Xlsx(projects))) })
            {
                var read = back.Projects().ToDictionary(project => project.Reference);
                var changed = 0;
                foreach (var project in projects)
                {
                    var changes = read.TryGetValue(project.Reference, out var same) ? Differences.Between(project, same) : [new FieldChange("lost", null, null)];
                    if (changes.IsEmpty) continue;
                    if (changed++ < 3) File.AppendAllText("/tmp/tables-out/log", $"    {project.Reference}: {string.Join(" || ", changes)}\n");
                }

                File.AppendAllText("/tmp/tables-out/log", $"{kind} {Path.GetFileName(file)}: {changed} of {projects.Count} changed, read {read.Count}; problems {string.Join(", ", back.Problems().GroupBy(p => p.Rule).Select(g => g.Key + " " + g.Count()))}\n");
            }
        }
    }
}
