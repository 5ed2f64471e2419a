using System.Globalization;
using System.Text;

namespace ParisPact.Benchmarks.Files;

/// <summary>A table of projects as a partner would fill in the template.</summary>
internal static class GeneratedCsv
{
    public static readonly string[] Header =
        ["Reference", "Title", "Description", "Status", "Planned start", "Planned end", "Donor", "Implementing organisation", "Country", "Province", "Sector", "Currency", "Budget", "Budget start", "Budget end"];

    /// <summary>The cells of the projects' rows, the same in every run.</summary>
    public static IEnumerable<string[]> Rows(int projects, int wordsEach)
    {
        var random = new Random(20_261_102);
        for (var number = 0; number < projects; number++)
        {
            var (start, province) = (GeneratedProjects.Day(random), GeneratedProjects.Province(random));
            var (from, to) = (Text(start), Text(start.AddDays(random.Next(100, 2_000))));
            yield return
            [
                $"XM-TEST-{number:000000}", GeneratedProjects.Title(random), GeneratedProjects.Words(wordsEach, random), "Implementation", from, to,
                $"Donor {random.Next(300)}", $"Agency {random.Next(300)}", province.Country.Value, province.Value, GeneratedProjects.Sector(random),
                random.Next(3) == 0 ? "EUR" : "USD", random.Next(10_000, 5_000_000).ToString(CultureInfo.InvariantCulture), from, to,
            ];
        }
    }

    public static void Write(Stream stream, int projects, int wordsEach)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        writer.Write(string.Join(',', Header) + "\r\n");
        foreach (var row in Rows(projects, wordsEach)) writer.Write(string.Join(',', row.Select(static cell => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell)) + "\r\n");
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
