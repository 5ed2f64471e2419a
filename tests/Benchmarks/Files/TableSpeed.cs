using System.Text;
using ExcelDataReader;
using MiniExcelLibs;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Intake.Tables;
using Sylvan.Data.Csv;

namespace ParisPact.Benchmarks.Files;

/// <summary>Reading, checking and mapping tables, against a pass of the library that takes every cell and does nothing with it.</summary>
internal static class TableSpeed
{
    private const int Rows = 100_000;
    private const int Rounds = 3;
    private static readonly ReadingContext Context = new(PartnerId.Parse("benchmark"), "benchmark", new DateOnly(2026, 11, 1), new Dictionary<string, string>());

    public static void Run(Report report)
    {
        using var csv = new MemoryStream();
        GeneratedCsv.Write(csv, Rows, wordsEach: 20);
        Compare(report, $"CSV, {Rows:#,0} rows, {csv.Length / 1e6:0} MB", csv, CsvProjects.Read, BareCsv, 3);

        // The library asks for a code page even where the file needs none.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var xlsx = new MemoryStream();
        xlsx.SaveAs(GeneratedCsv.Rows(Rows, wordsEach: 20).Select(static row => GeneratedCsv.Header.Zip(row).ToDictionary(static cell => cell.First, static object (cell) => cell.Second)));
        Compare(report, $"XLSX, {Rows:#,0} rows, {xlsx.Length / 1e6:0} MB", xlsx, WorkbookProjects.Read, BareWorkbook, 2);
    }

    private static void Compare(Report report, string what, MemoryStream file, Func<Stream, ReadingContext, IEnumerable<RecordRead>> read, Action<Stream> pass, double goal)
    {
        var (ours, bare) = Measure.InTurns(Rounds, () => Ours(file, read), () => Rewound(file, pass));
        report.Add(new Ratio(what, Measure.Text(ours), Measure.Text(bare), ours / bare, goal));
    }

    private static void Ours(MemoryStream file, Func<Stream, ReadingContext, IEnumerable<RecordRead>> read)
    {
        file.Position = 0;
        var good = read(file, Context).Count(static record => record.Project is not null && record.Problems.All(static problem => problem.Severity < Severity.Error));
        if (good != Rows) throw new InvalidOperationException($"{good} projects were read of {Rows}.");
    }

    private static void Rewound(MemoryStream file, Action<Stream> pass)
    {
        file.Position = 0;
        pass(file);
    }

    private static void BareCsv(Stream file)
    {
        using var reader = CsvDataReader.Create(new StreamReader(file, leaveOpen: true));
        while (reader.Read())
            for (var column = 0; column < reader.FieldCount; column++) GC.KeepAlive(reader.GetString(column));
    }

    private static void BareWorkbook(Stream file)
    {
        using var reader = ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
        while (reader.Read())
            for (var column = 0; column < reader.FieldCount; column++) GC.KeepAlive(reader.GetValue(column));
    }
}
