using System.Globalization;
using System.Text;
using ExcelDataReader;
using MiniExcelLibs;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Intake.Tables;
using Sylvan.Data.Csv;

namespace ParisPact.Benchmarks;

/// <summary>
/// What it costs to read a table into projects, beside what the bare reader of the same file costs that makes a text of every cell.
/// Each is measured several times in turn, in time of the processor, and the median of each counts.
/// </summary>
internal static class Tables
{
    private const int Runs = 5;

    private static readonly ReadingContext Context = new(PartnerId.Parse("sample"), "sample.csv", new DateOnly(2026, 11, 24), new Dictionary<string, string>());

    private static readonly string[] Words = "border control training law enforcement drug demand reduction treatment health alternative development opium cultivation precursor chemical financial flows intelligence cooperation regional province community women youth capacity building laboratory equipment police customs counter narcotics".Split(' ');

    /// <param name="megabytes">Of the CSV file; the workbook has 100,000 rows.</param>
    /// <param name="workbooks">Whether to measure the workbook too.</param>
    public static void Run(int megabytes, bool workbooks)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = Temporary();
        var rows = WriteCsv(file, megabytes * 1_000_000L);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CSV: {file.Length / 1e6:F0} MB, {rows:N0} projects"));
        Compare("Sylvan, every cell a string", () => Sylvan(file), "projects", () => Projects(CsvProjects.Read(file, Context), rows), ("rows alone", () => Rows(file)));
        if (!workbooks) return;
        using var workbook = Temporary();
        WriteWorkbook(workbook, 100_000);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"XLSX: {workbook.Length / 1e6:F0} MB, 100,000 projects"));
        Compare("ExcelDataReader, every value", () => Values(workbook), "projects", () => Projects(WorkbookProjects.Read(workbook, Context), 100_000));
    }

    private static FileStream Temporary() => new(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    private static long WriteCsv(FileStream file, long bytes)
    {
        using var csv = new CsvWriting(file);
        var columns = Template.Columns.Select(column => column.Name).Concat(["Objectives", "Evaluation", "Unit head"]).ToArray();
        csv.Cells(columns);
        csv.EndRow();
        var random = new Random(20_261_124);
        var rows = 0;
        for (; file.Position < bytes; rows++)
        {
            var row = Row(rows, random);
            foreach (var column in columns) csv.Cell(row.GetValueOrDefault(column));
            csv.EndRow();
        }

        return rows;
    }

    private static void WriteWorkbook(FileStream file, int rows)
    {
        var random = new Random(20_261_124);
        var columns = Template.Columns.Select(column => column.Name).ToArray();
        file.SaveAs(Enumerable.Range(0, rows).Select(at =>
        {
            var row = Row(at, random);
            return columns.ToDictionary(column => column, object? (column) => column.StartsWith("Budget", StringComparison.Ordinal) && column.Length == 6 ? double.Parse(row[column], CultureInfo.InvariantCulture)
                : row.TryGetValue(column, out var text) ? DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : text : null);
        }));
        file.Flush();
    }

    private static Dictionary<string, string> Row(int at, Random random) => new()
    {
        ["Reference"] = $"XM-SAMPLE-{at:0000000}",
        ["Title"] = Text(random, 8) + " " + at.ToString(CultureInfo.InvariantCulture),
        ["Description"] = Text(random, 35) + ", " + Text(random, 8),
        ["Objectives"] = random.Next(3) == 0 ? Text(random, 12) : "",
        ["Status"] = random.Next(2) == 0 ? "Implementation" : "Closed",
        ["Planned start"] = Day(random),
        ["Planned end"] = Day(random, 8_000),
        ["Donor"] = random.Next(3) == 0 ? "Japan; Norway" : $"Donor {random.Next(200)}",
        ["Implementing organisation"] = random.Next(2) == 0 ? "UNODC" : $"Organisation {random.Next(2_000)}",
        ["Country"] = random.Next(2) == 0 ? "Afghanistan (60%); Tajikistan (40%)" : "PK",
        ["Sector"] = random.Next(2) == 0 ? "16063" : "15130",
        ["Currency"] = random.Next(3) == 0 ? "EUR" : "USD",
        ["Budget"] = random.Next(10_000, 5_000_000).ToString(CultureInfo.InvariantCulture),
        ["Budget start"] = Day(random),
        ["Budget end"] = Day(random, 8_000),
        ["Disbursement"] = random.Next(2) == 0 ? (random.Next(1_000_000, 50_000_000) / 100m).ToString(CultureInfo.InvariantCulture) : "",
        ["Disbursement date"] = Day(random),
        ["Evaluation"] = random.Next(4) == 0 ? "planned" : "",
        ["Unit head"] = $"Unit {random.Next(40)}",
    };

    private static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    private static string Day(Random random, int from = 0) => new DateOnly(2005, 1, 1).AddDays(from + random.Next(6_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Sylvan(Stream file)
    {
        file.Position = 0;
        using var text = new StreamReader(file, Encoding.UTF8, false, 128 * 1024, leaveOpen: true);
        using var reader = CsvDataReader.Create(text);
        var letters = 0L;
        while (reader.Read())
            for (var column = 0; column < reader.FieldCount; column++) letters += reader.GetString(column).Length;
        GC.KeepAlive(letters);
    }

    private static void Rows(Stream file)
    {
        file.Position = 0;
        using var rows = new CsvRows(new StreamReader(file, Encoding.UTF8, false, 128 * 1024, leaveOpen: true), ',');
        var row = new TableRow();
        var cells = 0L;
        while (rows.Read(row)) cells += row.Count;
        GC.KeepAlive(cells);
    }

    private static void Values(Stream file)
    {
        file.Position = 0;
        using var reader = ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
        while (reader.Read())
            for (var column = 0; column < reader.FieldCount; column++) GC.KeepAlive(reader.GetValue(column));
    }

    private static void Projects(IEnumerable<RecordRead> reads, long expected)
    {
        var projects = 0L;
        foreach (var read in reads)
            if (read.Project is not null) projects++;
        if (projects != expected) throw new InvalidOperationException($"{projects} projects of {expected} were read.");
    }

    private static void Compare(string bareName, Action bare, string name, Action read, params (string Name, Action Read)[] parts)
    {
        (string Name, Action Read)[] all = [(bareName, bare), (name, read), .. parts];
        var times = all.Select(_ => new List<double>()).ToArray();
        for (var run = 0; run <= Runs; run++)
        {
            for (var at = 0; at < all.Length; at++)
            {
                GC.Collect();
                var start = Environment.CpuUsage.TotalTime;
                all[at].Read();
                // The first run is for the compiler.
                if (run > 0) times[at].Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            }
        }

        var medians = times.Select(list => list.Order().ElementAt(list.Count / 2)).ToArray();
        for (var at = 0; at < all.Length; at++) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all[at].Name,-32} {medians[at],8:F0} ms  {medians[at] / medians[0],5:F2}x"));
    }
}
