using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using ParisPact.Domain.Intake;
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

    /// <summary>As every door leaves texts: the reader tidies them, as it does with those that people write.</summary>
    private static Project Clean(Project any)
    {
        return any;
    }

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
