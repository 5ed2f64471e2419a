using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Iati;
using ParisPact.Functions.Projects.Exports;
using ParisPact.Tests.Intake.Iati;

namespace ParisPact.Tests.Projects.Exports;

internal static class Export
{
    public static byte[] Iati(params IReadOnlyList<Project> projects)
    {
        using var output = new MemoryStream();
        IatiExport.WriteAsync(projects.ToAsyncEnumerable(), output, new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero), CancellationToken.None).GetAwaiter().GetResult();
        return output.ToArray();
    }

    public static byte[] Json(params IReadOnlyList<Project> projects)
    {
        using var output = new MemoryStream();
        JsonExport.WriteAsync(projects.ToAsyncEnumerable(), output, CancellationToken.None).GetAwaiter().GetResult();
        return output.ToArray();
    }

    public static byte[] Csv(params IReadOnlyList<Project> projects)
    {
        using var output = new MemoryStream();
        CsvExport.WriteAsync(projects.ToAsyncEnumerable(), output, CancellationToken.None).GetAwaiter().GetResult();
        return output.ToArray();
    }

    public static byte[] Xlsx(params IReadOnlyList<Project> projects)
    {
        using var output = new MemoryStream();
        XlsxExport.WriteAsync(projects.ToAsyncEnumerable(), output, CancellationToken.None).GetAwaiter().GetResult();
        return output.ToArray();
    }

    public static List<RecordRead> Back(byte[] file) => [.. IatiReader.Read(new MemoryStream(file), Reading.Context)];

    public static IReadOnlyList<Problem> Invalid(byte[] file, IatiSchemas schemas) => schemas.Validate(new MemoryStream(file), "2.03");
}
