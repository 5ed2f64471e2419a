using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ParisPact.Functions.Intake.Formats;
using ParisPact.Tests.Intake.Tables;

namespace ParisPact.Tests.Intake.Formats;

public sealed class When_a_file_is_told_by_its_content
{
    [Theory]
    [InlineData("Reference,Title\nA,B\n", "Csv")]
    [InlineData("#activity+id,#activity\nA,B\n", "Csv")]
    [InlineData("[Draft] projects,of 2024\nReference,Title\n", "Csv")]
    [InlineData("{ \"projects\": [] }", "Json")]
    [InlineData("  [ { \"reference\": \"A\" } ]", "Json")]
    [InlineData("// ours\n/* all */ { \"projects\": [] }", "Json")]
    [InlineData("{'projects': []}", "Json")]
    [InlineData("// a note\nReference,Title\nA,B\n", "Csv")]
    [InlineData("<?xml version=\"1.0\"?><!-- x --><iati-activities version=\"2.03\"/>", "IatiXml")]
    [InlineData("<!DOCTYPE x [ <!ENTITY a \"b>c\"> ]><iati-activities/>", "IatiXml")]
    [InlineData("\uFEFF<iati-activities/>", "IatiXml")]
    public void Text_is_of_the_kind_that_it_begins_as(string text, string format)
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode])
            Assert.Equal(format, Detect(encoding.GetBytes(text)).Format.ToString());
    }

    [Theory]
    [InlineData("", "file.empty")]
    [InlineData(" \r\n\t ", "file.empty")]
    [InlineData("\0\0\0\0", "file.empty")]
    [InlineData("%PDF-1.7 ...", "file.kind")]
    [InlineData("<html><table><tr><td>1</td></tr></table></html>", "file.kind")]
    [InlineData("<table><tr><td>1</td></tr></table>", "file.kind")]
    [InlineData("<?xml version=\"1.0\"?><rss/>", "file.kind")]
    [InlineData("<iati-organisations/>", "file.kind")]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>", "file.kind")]
    [InlineData("{\\rtf1\\ansi text}", "file.kind")]
    [InlineData("<style>td{}</style><table><tr><td>1</td></tr></table>", "file.kind")]
    [InlineData("<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>", "file.kind")]
    [InlineData("MIME-Version: 1.0\nX-Document-Type: Workbook\n", "file.kind")]
    public void What_is_not_read_is_refused_with_its_reason(string text, string rule) => Refuses(Encoding.UTF8.GetBytes(text), rule);

    [Fact]
    public void Binary_files_are_refused_with_their_kind()
    {
        Refuses([0x1F, 0x8B, 8, 0, 1, 2, 3], "file.kind");
        Refuses([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], "file.kind");
        Refuses([.. Enumerable.Range(0, 4096).Select(number => unchecked((byte)((number * 7919) >> 3)))], "file.kind");
    }

    [Fact]
    public void A_workbook_is_one_whatever_it_is_called() =>
        Assert.Equal(FileFormat.Xlsx, Detect(new SheetFile().Sheet("A", [["Reference", "Title"]]).ToBytes()).Format);

    [Fact]
    public void Formulas_that_failed_are_counted()
    {
        var rows = Enumerable.Range(0, 3_000).Select(row => new object?[] { $"A-{row}", "One", row % 1_000 == 7 ? SheetFile.Raw("e", "<v>#REF!</v>") : 1 }).Prepend(["Reference", "Title", "Budget"]).ToArray();
        var warning = Detect(new SheetFile().Sheet("A", rows).ToBytes()).Warning!;
        Assert.Equal("cell.error", warning.Rule);
        Assert.StartsWith("3 cells of the workbook hold the error of a formula, the first of them in C9;", warning.Message, StringComparison.Ordinal);
        Assert.Null(Detect(new SheetFile().Sheet("A", [["Reference", "Title"]]).ToBytes()).Warning);
    }

    [Fact]
    public void Formulas_that_failed_are_counted_wherever_a_block_ends()
    {
        var sheet = "<c r=\"A1\" t=\"e\"><v>#N/A</v></c><c r=\"B1\" s=\"1\" t=\"e\"/><c r=\"C1\" t=\"n\"/>"u8.ToArray();
        for (var length = 1; length <= sheet.Length; length++)
        {
            var errors = new CellErrors();
            foreach (var block in sheet.Chunk(length)) errors.Take(block);
            Assert.StartsWith("2 cells", errors.Problem()!.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("xl/workbook.bin")]
    [InlineData("readme.txt")]
    public void Other_archives_are_refused_with_their_kind(string entry) => Refuses(Zip((entry, "x")), "file.kind");

    [Theory]
    [InlineData("../xl/workbook.xml")]
    [InlineData("xl/../../etc/passwd")]
    [InlineData("/xl/workbook.xml")]
    [InlineData("C:/xl/workbook.xml")]
    [InlineData("xl\\..\\workbook.xml")]
    public void Names_that_lead_out_of_the_archive_are_refused(string entry) => Refuses(Zip(("xl/workbook.xml", "<x/>"), (entry, "x")), "zip.names");

    [Fact]
    public void A_cut_off_archive_is_refused()
    {
        var whole = new SheetFile().Sheet("A", [["Reference", "Title"]]).ToBytes();
        Refuses(whole[..(whole.Length / 2)], "zip.broken");
    }

    [Fact]
    public void A_bomb_that_says_its_size_is_refused_without_inflating_it()
    {
        var bytes = Zip(("xl/workbook.xml", "<x/>"), ("xl/worksheets/sheet1.xml", new string(' ', 10_000)));
        // The directory's size field, 24 bytes into the last entry's header.
        var at = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 24), 0xF000_0000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refuses(bytes, "zip.bomb");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void A_bomb_that_hides_its_size_inflates_no_further_than_it_says()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("xl/workbook.xml").Open().Dispose();
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 64; megabyte++) entry.Write(zeros);
        }

        var bytes = file.ToArray();
        var at = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 24), 1000);
        if (Detect(bytes).Refusal is not null) return;
        using var read = new ZipArchive(new MemoryStream(bytes));
        using var content = read.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var inflated = new byte[10_000];
        Assert.InRange(content.ReadAtLeast(inflated, inflated.Length, throwOnEndOfStream: false), 0, 1000);
    }

    [Fact]
    public void Too_many_entries_are_refused() => Refuses(Zip([.. Enumerable.Range(0, 2_001).Select(number => ($"{number}.xml", ""))]), "zip.entries");

    private static DetectedFormat Detect(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        var detected = FormatDetector.Detect(file);
        Assert.Equal(0, file.Position);
        return detected;
    }

    private static void Refuses(byte[] bytes, string rule)
    {
        var detected = Detect(bytes);
        Assert.Equal((FileFormat.Refused, rule), (detected.Format, detected.Refusal?.Rule));
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return file.ToArray();
    }
}
