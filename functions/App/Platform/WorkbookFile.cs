using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ParisPact.Functions.Platform;

/// <summary>
/// A workbook (ECMA-376) that is written sheet by sheet and row by row, so that memory does not grow with it. It waits on the stream while it
/// writes: a <see cref="TemporaryFile"/>, not the receiver. Whole once it is disposed of.
/// </summary>
internal sealed class WorkbookFile(Stream stream) : IDisposable
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Excel's rows are 1,048,576.</summary>
    public const int RowsInSheet = 1_000_000;

    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    internal const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    internal const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> _names = [];

    /// <summary>The next sheet, once the one before is disposed of.</summary>
    /// <param name="name">1 to 31 characters, none of <c>: \ / ? * [ ]</c>; no other sheet's.</param>
    /// <param name="look">What the sheet has beside its cells; null where it is bare.</param>
    public WorkbookSheet Sheet(string name, SheetLook? look = null)
    {
        _names.Add(name);
        return new WorkbookSheet(_zip, _names.Count, look);
    }

    public void Dispose()
    {
        var numbers = Enumerable.Range(1, _names.Count).ToList();
        Text("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
            + string.Concat(numbers.Select(number => $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")) + "</Types>");
        Text("_rels/.rels", $"<Relationships xmlns=\"{Packages}\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Text("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
            + string.Concat(numbers.Select(number => $"<sheet name=\"{_names[number - 1]}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>")) + "</sheets></workbook>");
        Text("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}\">"
            + string.Concat(numbers.Select(number => $"<Relationship Id=\"rId{number}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"))
            + $"<Relationship Id=\"rId{_names.Count + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        Text("xl/styles.xml", CellStyles.Sheet);
        _zip.Dispose();
    }

    internal static XmlWriter Part(ZipArchive zip, string name) =>
        XmlWriter.Create(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });

    /// <summary>The letters of a column that counts from 0.</summary>
    internal static string Column(int column) => column < 26 ? ((char)('A' + column)).ToString() : Column((column / 26) - 1) + (char)('A' + (column % 26));

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Text(string name, string xml)
    {
        using var part = new StreamWriter(_zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
    }
}
