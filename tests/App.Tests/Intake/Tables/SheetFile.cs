using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace ParisPact.Tests.Intake.Tables;

/// <summary>Makes workbooks by hand, so that a test can put into them what no library would write.</summary>
internal sealed class SheetFile
{
    private readonly List<(string Name, string Rows, string Merges, string State)> _sheets = [];

    public bool Date1904 { get; init; }

    /// <summary>Rows of cells: null is no cell; a double a number; a DateOnly a date; Percent, Raw as they say; text else.</summary>
    public SheetFile Sheet(string name, object?[][] rows, string[]? merges = null, bool hidden = false, int firstRow = 1)
    {
        var xml = new StringBuilder();
        foreach (var (at, row) in rows.Index())
        {
            var number = firstRow + at;
            if (row.Length == 0) continue;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
            foreach (var (column, cell) in row.Index()) xml.Append(Cell($"{Domain.Intake.Tables.HeaderColumn.Letters(column)}{number}", cell));
            xml.Append("</row>");
        }

        var merged = merges is null ? "" : $"<mergeCells count=\"{merges.Length}\">{string.Concat(merges.Select(merge => $"<mergeCell ref=\"{merge}\"/>"))}</mergeCells>";
        _sheets.Add((name, xml.ToString(), merged, hidden ? " state=\"hidden\"" : ""));
        return this;
    }

    public static object Percent(double value) => new Styled(value, 2);

    /// <summary>Shown as <c>€ 1,200.50</c>.</summary>
    public static object Euro(double value) => new Styled(value, 3);

    /// <summary>Shown in dollars in one country and in euros in another.</summary>
    public static object OwnCurrency(double value) => new Styled(value, 4);

    /// <summary>The XML of a cell's inside, with its type.</summary>
    public static object Raw(string type, string inside) => new Xml(type, inside);

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>" +
                string.Concat(_sheets.Select((_, at) => $"<Override PartName=\"/xl/worksheets/sheet{at + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")) + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
            Add(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" +
                $"<workbookPr{(Date1904 ? " date1904=\"1\"" : "")}/><sheets>" + string.Concat(_sheets.Select((sheet, at) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{at + 1}\"{sheet.State} r:id=\"rId{at + 1}\"/>")) + "</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
                string.Concat(_sheets.Select((_, at) => $"<Relationship Id=\"rId{at + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{at + 1}.xml\"/>")) +
                "<Relationship Id=\"rIdS\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>");
            // Styles: 0 general, 1 date, 2 percentage, 3 euros, 4 the currency of whoever opens it.
            Add(zip, "xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"[$€-407] #,##0.00\"/></numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"5\"><xf numFmtId=\"0\" xfId=\"0\"/><xf numFmtId=\"14\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"9\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"44\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            foreach (var (at, sheet) in _sheets.Index())
                Add(zip, $"xl/worksheets/sheet{at + 1}.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{sheet.Rows}</sheetData>{sheet.Merges}</worksheet>");
        }

        return file.ToArray();
    }

    private string Cell(string reference, object? cell) => cell switch
    {
        null => "",
        double number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{reference}\"><v>{number:R}</v></c>"),
        int number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{reference}\"><v>{number}</v></c>"),
        DateOnly date => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{reference}\" s=\"1\"><v>{date.DayNumber - new DateOnly(1899, 12, 30).DayNumber - (Date1904 ? 1462 : 0)}</v></c>"),
        Styled styled => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{reference}\" s=\"{styled.Style}\"><v>{styled.Number:R}</v></c>"),
        Xml xml => $"<c r=\"{reference}\" t=\"{xml.Type}\">{xml.Inside}</c>",
        var text => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(Convert.ToString(text, CultureInfo.InvariantCulture))}</t></is></c>",
    };

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml));
    }

    private sealed record Styled(double Number, int Style);

    private sealed record Xml(string Type, string Inside);
}
