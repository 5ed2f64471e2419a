using System.Globalization;
using System.Text;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Formats;
using ParisPact.Functions.Intake.Tables;

namespace ParisPact.Tests.Intake.Tables;

/// <summary>Files of real donors and registers, where they are at hand. The snapshot holds counts, rules and lines, and none of their text.</summary>
public sealed class When_real_tables_are_read
{
    [Fact]
    public void Counts_rules_and_lines_are_as_they_were()
    {
        var data = Shared() ?? throw new InvalidOperationException();
        var summary = new StringBuilder();
        foreach (var file in Directory.GetFiles(Path.Combine(data, "sheets")).Concat(Directory.GetFiles(Path.Combine(data, "hxl-3w"))).Order(StringComparer.Ordinal)) Summarise(file, summary);
        Snapshot("When_real_tables_are_read.txt", summary.ToString());
    }

    private static void Summarise(string path, StringBuilder summary)
    {
        using var file = File.OpenRead(path);
        var format = FormatDetector.Detect(file).Format;
        var reads = format == FileFormat.Csv ? CsvProjects.Read(file, Given.Context).ToList() : [.. WorkbookProjects.Read(file, Given.Context)];
        var projects = reads.Projects();
        summary.AppendLine(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}: {format}, {reads.Count(read => !read.IsOfFile)} records, {projects.Count} projects");
        summary.AppendLine(CultureInfo.InvariantCulture, $"  places {projects.Sum(project => project.Places.Length)}, of them known {projects.Sum(project => project.Places.Count(place => place.Code is not null))}; sectors {projects.Sum(project => project.Sectors.Length)}; organisations {projects.Sum(project => project.Organisations.Length)}; with start {projects.Count(project => project.Dates.Start is not null)}");
        foreach (var money in projects.SelectMany(project => project.Money).GroupBy(line => line.Kind).OrderBy(group => group.Key))
            summary.AppendLine(CultureInfo.InvariantCulture, $"  {money.Key}: {money.Count()} lines, {money.Sum(line => line.Amount):0.##}");
        foreach (var rule in reads.Problems().GroupBy(problem => (problem.Rule, problem.Severity)).OrderBy(group => group.Key.Rule, StringComparer.Ordinal))
            summary.AppendLine(CultureInfo.InvariantCulture, $"  {rule.Key.Rule} ({rule.Key.Severity}): {rule.Count()}, lines {string.Join(' ', rule.Select(problem => problem.At.Line).Distinct().Order().Take(10))}");
    }

    private static string? Shared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "data", "sheets"))) return Path.Combine(folder.FullName, "shared", "data");
        Assert.Skip("The folder of real data, ../shared/data, is not there.");
        return null;
    }

    private static void Snapshot(string name, string actual, [System.Runtime.CompilerServices.CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, name);
        if (Environment.GetEnvironmentVariable("PARISPACT_ACCEPT") == "1")
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "A snapshot is accepted by a person, not by CI.");
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"There is no snapshot {name}; PARISPACT_ACCEPT=1 makes it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }
}
