using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>
/// Projects as a workbook. Texts stand in their cells, so that memory does not grow with the file; what a sheet cannot hold goes on to the
/// next. The workbook is made in a temporary file, since the format cannot be written without waiting on the receiver.
/// </summary>
internal static class XlsxExport
{
    /// <summary>Excel's rows are 1,048,576; a project is not torn apart.</summary>
    private const int RowsInSheet = 1_000_000;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static async Task WriteAsync(IAsyncEnumerable<Project> projects, Stream stream, CancellationToken cancellation)
    {
        var file = TemporaryFile.Create();
        await using (file.ConfigureAwait(false))
        {
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) await WriteSheetsAsync(zip, await TableBook.OfAsync(projects, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            file.Position = 0;
            await file.CopyToAsync(stream, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task WriteSheetsAsync(ZipArchive zip, TableBook book, CancellationToken cancellation)
    {
        var reading = book.RowsAsync(cancellation).GetAsyncEnumerator(cancellation);
        await using (reading.ConfigureAwait(false))
        {
            var (sheets, more) = (0, await reading.MoveNextAsync().ConfigureAwait(false));
            do
            {
                sheets++;
                using var sheet = Part(zip, $"xl/worksheets/sheet{sheets}.xml");
                sheet.WriteStartElement("worksheet", Main);
                sheet.WriteStartElement("sheetData", Main);
                var rows = 1;
                Row(sheet, rows, book.Columns, static column => (column, false));
                for (; more && rows < RowsInSheet; more = await reading.MoveNextAsync().ConfigureAwait(false))
                    foreach (var row in reading.Current) Row(sheet, ++rows, book.Columns, column => (row[column], row.IsNumber(column)));
                sheet.WriteEndDocument();
            }
            while (more);
            Frame(zip, sheets);
        }
    }

    private static void Row(XmlWriter sheet, int number, ImmutableArray<string> columns, Func<string, (string? Text, bool IsNumber)> cell)
    {
        sheet.WriteStartElement("row", Main);
        sheet.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        for (var column = 0; column < columns.Length; column++)
        {
            var (text, isNumber) = cell(columns[column]);
            if (text is null) continue;
            sheet.WriteStartElement("c", Main);
            sheet.WriteAttributeString("r", ColumnName(column) + number.ToString(CultureInfo.InvariantCulture));
            if (isNumber)
            {
                sheet.WriteElementString("v", Main, text);
            }
            else
            {
                sheet.WriteAttributeString("t", "inlineStr");
                sheet.WriteStartElement("is", Main);
                sheet.WriteStartElement("t", Main);
                sheet.WriteAttributeString("xml", "space", null, "preserve");
                sheet.WriteString(TableBook.Cell(text));
                sheet.WriteEndElement();
                sheet.WriteEndElement();
            }

            sheet.WriteEndElement();
        }

        sheet.WriteEndElement();
    }

    private static string ColumnName(int column) => column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));

    private static void Frame(ZipArchive zip, int sheets)
    {
        const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
        var numbers = Enumerable.Range(1, sheets).ToList();
        Text(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + string.Concat(numbers.Select(number => $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")) + "</Types>");
        Text(zip, "_rels/.rels", $"<Relationships xmlns=\"{Packages}\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Text(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
            + string.Concat(numbers.Select(number => $"<sheet name=\"Projects{(number == 1 ? "" : $" {number}")}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>")) + "</sheets></workbook>");
        Text(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}\">"
            + string.Concat(numbers.Select(number => $"<Relationship Id=\"rId{number}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>")) + "</Relationships>");
    }

    private static XmlWriter Part(ZipArchive zip, string name) =>
        XmlWriter.Create(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });

    private static void Text(ZipArchive zip, string name, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
    }
}
