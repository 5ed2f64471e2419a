using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using ExcelDataReader;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Functions.Duplicates.Reports;

namespace ParisPact.Tests.Duplicates.Reports;

public sealed class When_a_report_is_a_workbook
{
    // The reader of workbooks knows of code pages only what it is told.
    static When_a_report_is_a_workbook() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task It_has_a_sheet_for_what_is_new_open_and_decided_and_for_groups()
    {
        var sheets = await SheetsAsync(SampleReport.Whole);
        Assert.Equal(["New", "Open", "Decided", "Groups", "About"], sheets.Keys);
        Assert.Equal([3, 1, 1, 3], sheets.Values.Take(4).Select(sheet => sheet.Count - 1));
    }

    [Fact]
    public async Task Dates_are_dates_and_numbers_are_numbers()
    {
        var rows = await RowsAsync(SampleReport.Whole, "New");
        Assert.Equal(["same", "new", new DateTime(2026, 1, 1), 972_000d, "NO-SAMPLE-0417", "EUR 900,000", new DateTime(2026, 11, 24), 1d],
            new[] { "Kind", "State", "First start", "First amount in USD", "First reference", "First amount as stated", "Found on", "Group" }.Select(column => rows[0][column]));
        Assert.InRange((double)rows[0]["Chance"]!, 0.999, 1);
        Assert.Contains("one names the reference of the other (+7.5)", (string)rows[0]["Reasons"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_can_be_filled_in_and_what_was_decided_before_stands_beside_it()
    {
        var rows = await RowsAsync(SampleReport.Whole, "New");
        Assert.All(rows, row => Assert.Null(row["Verdict"]));
        Assert.Equal(["unrelated", "A. Sample, coordinator", new DateTime(2026, 10, 20)], new[] { "Decided before as", "Decided before by", "Decided before on" }.Select(column => rows[1][column]));
        Assert.Equal(SampleReport.Whole.Pairs[1].Id, rows[1]["Pair"]);
        Assert.Equal("related", (await RowsAsync(SampleReport.Whole, "Decided"))[0]["Verdict"]);
        var sheet = await SheetAsync(SampleReport.Whole, 1);
        Assert.Equal("\"same,related,overlap,unrelated\"", sheet.Descendants(Main + "formula1").Single().Value);
        Assert.Equal("X2:X4", sheet.Descendants(Main + "dataValidation").Single().Attribute("sqref")!.Value);
    }

    [Fact]
    public async Task The_header_stays_in_view_and_filters()
    {
        var sheet = await SheetAsync(SampleReport.Whole, 1);
        Assert.Equal("frozen", sheet.Descendants(Main + "pane").Single().Attribute("state")!.Value);
        Assert.Equal("A1:AD4", sheet.Descendants(Main + "autoFilter").Single().Attribute("ref")!.Value);
        Assert.Equal(PairRows.Columns(ReportSection.New).Length, sheet.Descendants(Main + "col").Count());
        Assert.Equal("Verdict", PairRows.Columns(ReportSection.New)[PairRows.Look.Choice!.Column]);
    }

    [Fact]
    public async Task Addresses_lead_somewhere_where_there_is_a_site()
    {
        using var zip = new ZipArchive(await FileAsync(SampleReport.Whole, new ReportLinks("https://adam.example")));
        using var part = zip.GetEntry("xl/worksheets/_rels/sheet1.xml.rels")!.Open();
        Assert.Contains(XDocument.Load(part).Root!.Elements(), link => link.Attribute("Target")!.Value == "https://adam.example/api/duplicates/" + SampleReport.Whole.Pairs[0].Id);
        using var bare = new ZipArchive(await FileAsync(SampleReport.Whole));
        Assert.Null(bare.GetEntry("xl/worksheets/_rels/sheet1.xml.rels"));
    }

    [Fact]
    public async Task Nothing_in_it_is_a_formula_and_no_text_is_too_long_for_a_cell()
    {
        var card = SampleReport.Card("norland", "=1+1", "+CMD", ["@SUM(A1)" + new string('x', 70_000), "\0\uD800"]) with { Start = new DateOnly(1812, 6, 24), Amounts = ["-1 EUR"] };
        var pair = SampleReport.Pair(PairKind.Overlap, card, SampleReport.Agency, PairState.New, [new("=HYPERLINK()", "\t=1", 1)], 0) with
        {
            Changes = ["=2"],
            AssignedTo = "|calc",
            People = [new Contact("=3", Domain.Partners.Role.Partner, "-4", null)],
            Decision = new Decision(PairKind.Same, "=5", "@6", default),
        };
        var report = SampleReport.Whole with { Pairs = [pair], Groups = [new GroupEntry([card.Identity, SampleReport.Agency.Identity], "=7", [pair.Id], true, "=8")] };
        using var zip = new ZipArchive(await FileAsync(report));
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            using var part = entry.Open();
            var texts = XDocument.Load(part).Descendants(Main + "t").Select(text => text.Value).ToList();
            Assert.All(texts, text => Assert.DoesNotContain(text.TrimStart()[..1], "=+@-|\t"));
            Assert.All(texts, text => Assert.InRange(text.Length, 1, 32_767));
        }

        Assert.Equal("1812-06-24", (await RowsAsync(report, "New"))[0]["First start"]);
    }

    [Fact]
    public async Task What_a_sheet_cannot_hold_goes_on_in_the_next_and_that_is_said()
    {
        var report = SampleReport.Of(25, at => SampleReport.Numbered(at));
        var sheets = await SheetsAsync(report, rowsInSheet: 11);
        Assert.Equal(["New", "New 2", "New 3", "Open", "Decided", "Groups", "About"], sheets.Keys);
        Assert.Equal([11, 11, 6], sheets.Values.Take(3).Select(sheet => sheet.Count));
        Assert.Equal(sheets["New"][0], sheets["New 3"][0]);
        Assert.Contains(sheets["About"], row => row[1] as string == "They go on in the sheet “New 3”.");
    }

    [Fact]
    public async Task Of_nothing_it_still_opens()
    {
        var sheets = await SheetsAsync(SampleReport.Empty(0));
        Assert.All(sheets.Values.Take(4), sheet => Assert.Single(sheet));
        Assert.Contains(sheets["About"], row => row[1] as string == "The register holds no projects, so there is nothing to compare.");
    }

    private static async Task<MemoryStream> FileAsync(DuplicateReport report, ReportLinks? links = null, int rowsInSheet = 1_000_000)
    {
        var stream = new MemoryStream();
        await ReportWorkbook.WriteAsync(stream, report, links ?? ReportLinks.Here, rowsInSheet, TestContext.Current.CancellationToken);
        stream.Position = 0;
        return stream;
    }

    private static async Task<XDocument> SheetAsync(DuplicateReport report, int number)
    {
        using var zip = new ZipArchive(await FileAsync(report));
        using var part = zip.GetEntry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml"))!.Open();
        return XDocument.Load(part);
    }

    private static async Task<List<Dictionary<string, object?>>> RowsAsync(DuplicateReport report, string name)
    {
        var rows = (await SheetsAsync(report))[name];
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => (string)cell.First!, cell => cell.Second))];
    }

    private static async Task<Dictionary<string, List<object?[]>>> SheetsAsync(DuplicateReport report, int rowsInSheet = 1_000_000)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(await FileAsync(report, rowsInSheet: rowsInSheet));
        var sheets = new Dictionary<string, List<object?[]>>();
        do
        {
            var rows = sheets[reader.Name] = [];
            while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))]);
        }
        while (reader.NextResult());
        return sheets;
    }
}
