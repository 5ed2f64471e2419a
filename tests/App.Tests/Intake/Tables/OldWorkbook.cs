using System.Buffers.Binary;
using System.Text;

namespace ParisPact.Tests.Intake.Tables;

/// <summary>
/// Makes workbooks of Excel 97 to 2003 (BIFF8 in an OLE container) and of Excel 4 (BIFF4 alone) by hand, of texts and numbers: as little as
/// Excel itself opens. After Microsoft's [MS-XLS] and [MS-CFB].
/// </summary>
internal static class OldWorkbook
{
    private const int Sector = 512;

    public static byte[] Biff8(string sheet, object?[][] rows)
    {
        var texts = rows.SelectMany(row => row).OfType<string>().Distinct().ToList();
        var strings = new List<byte>([.. U32(texts.Count), .. U32(texts.Count)]);
        foreach (var text in texts) strings.AddRange([.. U16(text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);
        byte[] Globals(int sheetAt) =>
        [
            .. Record(0x809, [.. U16(0x600), .. U16(5), .. U16(0), .. U16(0), .. U32(0), .. U32(0)]),
            .. Record(0x42, U16(1200)),
            .. Record(0x85, [.. U32(sheetAt), 0, 0, (byte)sheet.Length, 0, .. Encoding.Latin1.GetBytes(sheet)]),
            .. Record(0xFC, [.. strings]),
            .. Record(0x0A, []),
        ];
        var cells = rows.Index().SelectMany(row => row.Item.Index().SelectMany(cell => cell.Item switch
        {
            null => [],
            string text => Record(0xFD, [.. U16(row.Index), .. U16(cell.Index), .. U16(0), .. U32(texts.IndexOf(text))]),
            var number => Record(0x203, [.. U16(row.Index), .. U16(cell.Index), .. U16(0), .. F64(Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture))]),
        }));
        return Container(
        [
            .. Globals(Globals(0).Length),
            .. Record(0x809, [.. U16(0x600), .. U16(0x10), .. U16(0), .. U16(0), .. U32(0), .. U32(0)]),
            .. Record(0x200, [.. U32(0), .. U32(rows.Length), .. U16(0), .. U16(rows.Max(row => row.Length)), .. U16(0)]),
            .. cells,
            .. Record(0x0A, []),
        ]);
    }

    /// <param name="codePage">Of the texts, such as 1251.</param>
    public static byte[] Biff4(int codePage, object?[][] rows)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        return
        [
            .. Record(0x409, [.. U16(0), .. U16(0x10), .. U16(0)]),
            .. Record(0x42, U16(codePage)),
            .. Record(0x200, [.. U16(0), .. U16(rows.Length), .. U16(0), .. U16(rows.Max(row => row.Length)), .. U16(0)]),
            .. rows.Index().SelectMany(row => row.Item.Index().SelectMany(cell => cell.Item switch
            {
                null => [],
                string text => Record(0x204, [.. U16(row.Index), .. U16(cell.Index), .. U16(0), .. U16(text.Length), .. encoding.GetBytes(text)]),
                var number => Record(0x203, [.. U16(row.Index), .. U16(cell.Index), .. U16(0), .. F64(Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture))]),
            })),
            .. Record(0x0A, []),
        ];
    }

    /// <summary>One stream called Workbook behind a sector of allocation and a directory.</summary>
    private static byte[] Container(byte[] stream)
    {
        // A shorter stream would lie in a stream of its own for small ones.
        var sectors = Math.Max(8, (stream.Length + Sector - 1) / Sector);
        var file = new byte[(3 + sectors) * Sector];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        Put(file, 24, [.. U16(0x3E), .. U16(3), .. U16(0xFFFE), .. U16(9), .. U16(6)]);
        Put(file, 44, [.. U32(1), .. U32(1), .. U32(0), .. U32(4096), .. U32(-2), .. U32(0), .. U32(-2), .. U32(0), .. U32(0)]);
        file.AsSpan(80, Sector - 80).Fill(0xFF);
        var table = file.AsSpan(Sector, Sector);
        table.Fill(0xFF);
        BinaryPrimitives.WriteInt32LittleEndian(table, -3);
        BinaryPrimitives.WriteInt32LittleEndian(table[4..], -2);
        for (var at = 0; at < sectors; at++) BinaryPrimitives.WriteInt32LittleEndian(table[(8 + (4 * at))..], at == sectors - 1 ? -2 : at + 3);
        Put(file, 2 * Sector, Entry("Root Entry", 5, child: 1, start: -2, length: 0));
        Put(file, (2 * Sector) + 128, Entry("Workbook", 2, child: -1, start: 2, length: sectors * Sector));
        stream.CopyTo(file, 3 * Sector);
        return file;
    }

    private static byte[] Entry(string name, byte type, int child, int start, int length)
    {
        var entry = new byte[128];
        Put(entry, 0, Encoding.Unicode.GetBytes(name));
        Put(entry, 64, [.. U16((name.Length + 1) * 2), type, 1, .. U32(-1), .. U32(-1), .. U32(child)]);
        Put(entry, 116, [.. U32(start), .. U32(length)]);
        return entry;
    }

    private static byte[] Record(int id, byte[] content) => [.. U16(id), .. U16(content.Length), .. content];

    private static byte[] U16(int value) => [(byte)(value & 0xFF), (byte)((value >> 8) & 0xFF)];

    private static byte[] U32(int value) => [.. U16(value), .. U16(value >> 16)];

    private static byte[] F64(double value) => BitConverter.GetBytes(value);

    private static void Put(byte[] file, int at, byte[] bytes) => bytes.CopyTo(file, at);
}
