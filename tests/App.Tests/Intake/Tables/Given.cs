using System.Text;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Json;
using ParisPact.Functions.Intake.Tables;

namespace ParisPact.Tests.Intake.Tables;

/// <summary>Reads tables that a test writes down.</summary>
internal static class Given
{
    public static ReadingContext Context { get; } = ContextWith([]);

    public static ReadingContext ContextWith(Dictionary<string, string> mapping) =>
        new(PartnerId.Parse("sample"), "sample.csv", new DateOnly(2026, 11, 24), mapping);

    public static List<RecordRead> Csv(string text, ReadingContext? context = null) => Csv(Encoding.UTF8.GetBytes(text), context);

    public static List<RecordRead> Csv(byte[] bytes, ReadingContext? context = null)
    {
        using var file = new MemoryStream(bytes);
        return [.. CsvProjects.Read(file, context ?? Context)];
    }

    public static List<RecordRead> Json(string text) => Json(Encoding.UTF8.GetBytes(text));

    public static List<RecordRead> Json(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return [.. JsonProjects.Read(file, Context)];
    }

    public static List<RecordRead> Workbook(byte[] bytes, ReadingContext? context = null)
    {
        using var file = new MemoryStream(bytes);
        return [.. WorkbookProjects.Read(file, context ?? Context)];
    }

    public static List<Project> Projects(this IEnumerable<RecordRead> reads) => [.. reads.Select(read => read.Project).OfType<Project>()];

    public static List<Problem> Problems(this IEnumerable<RecordRead> reads) => [.. reads.SelectMany(read => read.Problems)];

    public static string Rules(this IEnumerable<RecordRead> reads) => string.Join(' ', reads.Problems().Select(problem => $"{problem.Rule}@{problem.At.Line}"));

    public static string Shown(this Project project) => string.Join(" | ",
        [project.Reference.AsWritten, project.Title,
        string.Join(", ", project.Places.Select(place => $"{place.Code?.Value ?? "?"}{(place.Name is null ? "" : "/" + place.Name)}{Percent(place.Percentage)}")),
        string.Join(", ", project.Sectors.Select(sector => $"{sector.Vocabulary}:{sector.Code}{Percent(sector.Percentage)}")),
        string.Join(", ", project.Money.Select(line => FormattableString.Invariant($"{line.Kind} {line.Amount:0.##} {line.Currency}")))]);

    private static string Percent(decimal? percentage) => percentage is { } value ? FormattableString.Invariant($" {value:0.##}%") : "";
}
