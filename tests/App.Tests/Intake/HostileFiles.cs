using System.IO.Compression;
using System.Text;
using ParisPact.Tests.Intake.Tables;

namespace ParisPact.Tests.Intake;

/// <summary>Files that somebody made to break us, or that broke on their way. Each would change project P-1 if it were taken.</summary>
internal static class HostileFiles
{
    private const string Doctype = "<?xml version=\"1.0\"?><!DOCTYPE iati-activities ";
    private static readonly object?[][] Table = [["Reference", "Title"], ["P-1", "Taken over"]];

    /// <summary>What can only be refused as a whole.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> Refused { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["empty"] = () => [],
        ["blanks only"] = () => Text(" \r\n\t \r\n"),
        ["a mark and nothing"] = () => [0xEF, 0xBB, 0xBF],
        ["zeros"] = () => new byte[70_000],
        ["xml not well-formed"] = () => Text("<iati-activities version='2.03'><iati-activity><title></iati-activity></iati-activities>"),
        ["xml cut off"] = () => Text(Iati.Reading.File(Iati.Reading.Activity(identifier: "<iati-identifier>P-1</iati-identifier>"))[..300]),
        ["xml of another kind"] = () => Text("<rss version='2.0'><channel><title>P-1</title></channel></rss>"),
        ["xml in an unknown encoding"] = () => Text("<?xml version='1.0' encoding='x-none'?><iati-activities version='2.03'/>"),
        ["xml that lies about its encoding"] = () => [.. Text("<?xml version='1.0' encoding='utf-16'?>"), .. Text(Iati.Reading.File(Iati.Reading.Activity()))],
        ["xml very deep"] = () => Text("<iati-activities version='2.03'>" + string.Concat(Enumerable.Repeat("<a>", 100_000))),
        ["external entity"] = () => Entity("[<!ENTITY a SYSTEM 'file:///etc/passwd'>]", "&a;"),
        ["external entity of a parameter"] = () => Entity("[<!ENTITY % a SYSTEM 'http://127.0.0.1:1/x.dtd'> %a;]", "P-1"),
        ["external doctype"] = () => Entity("SYSTEM 'http://127.0.0.1:1/x.dtd'", "P-1"),
        ["billion laughs"] = () => Entity("[<!ENTITY a0 'ha'>" + string.Concat(Enumerable.Range(1, 30).Select(number => $"<!ENTITY a{number} '&a{number - 1};&a{number - 1};&a{number - 1};&a{number - 1};'>")) + "]", "&a30;"),
        ["billion laughs in UTF-16"] = () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Entity("[<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]", "&b;")).Replace("<?xml version=\"1.0\"?>", "", StringComparison.Ordinal))],
        ["json cut off"] = () => Text("{\"projects\":[{\"reference\":\"P-1\",\"title\":\"Taken over\"},{\"refer"),
        ["json very deep"] = () => Text(new string('[', 200_000)),
        ["json of no projects"] = () => Text("{\"projects\":[]}"),
        ["json of another kind"] = () => Text("{\"type\":\"FeatureCollection\",\"name\":\"P-1\"}"),
        ["json that is a text"] = () => Text("\"P-1\""),
        ["csv of a header"] = () => Text(SampleFiles.Header),
        ["csv of a million columns"] = () => Text("Reference,Title" + string.Concat(Enumerable.Range(0, 1_000_000).Select(number => $",c{number}")) + "\nP-1,Taken over\n"),
        ["csv of a million empty columns"] = () => Text("Reference,Title" + new string(',', 1_000_000) + "\nP-1,Taken over\n"),
        ["iati without activities"] = () => Text(Iati.Reading.File("")),
        ["workbook without rows"] = () => new SheetFile().Sheet("Projects", []).ToBytes(),
        ["workbook of a header"] = () => new SheetFile().Sheet("Projects", Table[..1]).ToBytes(),
        ["workbook cut in half"] = () => new SheetFile().Sheet("Projects", Table).ToBytes() is var whole ? whole[..(whole.Length / 2)] : [],
        ["workbook with a broken middle"] = () => Broken(new SheetFile().Sheet("Projects", Table).ToBytes()),
        ["workbook without its sheet"] = () => Changed(zip => zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete()),
        ["workbook with laughs"] = () => Replaced("xl/worksheets/sheet1.xml", "<!DOCTYPE worksheet [<!ENTITY a 'hahahaha'><!ENTITY b '&a;&a;&a;&a;'>]><worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>&b;</t></is></c></row></sheetData></worksheet>"),
        ["workbook not well-formed"] = () => Replaced("xl/worksheets/sheet1.xml", "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row r='1'>"),
        ["workbook with a path out"] = () => Changed(zip => Fill(zip.CreateEntry("../../etc/cron.d/x"), 1)),
        ["zip bomb"] = () => Changed(zip => Fill(zip.CreateEntry("xl/media/zeros.bin", CompressionLevel.SmallestSize), 200 << 20)),
        ["zip that declares 10 GB"] = Declares10GB,
        ["zip of other things"] = () => Zip(zip => Fill(zip.CreateEntry("readme.txt"), 10)),
        ["old workbook cut off"] = () => OldWorkbook.Biff8("Projects", Table)[..1_600],
        ["old container of nothing"] = () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[4_096]],
        ["old container that leads in circles"] = Circles,
        ["picture"] = () => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[200]],
        ["program"] = () => [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, .. Enumerable.Range(0, 3_000).Select(number => (byte)(number * 31 % 256))],
        ["gzip"] = () => Gzip(Text(SampleFiles.Csv(1, "Taken over"))),
        ["page"] = () => Text("<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>"),
        ["mail"] = () => Text("From: a@example.org\nSubject: projects\n\nPlease find attached.\n"),
    };

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Entity(string subset, string use) => Text($"{Doctype}{subset}>{Iati.Reading.File(Iati.Reading.Activity(identifier: "<iati-identifier>P-1</iati-identifier>", title: $"<title><narrative>{use}</narrative></title>"))}");

    private static byte[] Broken(byte[] file)
    {
        for (var at = file.Length / 3; at < file.Length / 2; at++) file[at] ^= 0x5A;
        return file;
    }

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) fill(zip);
        return file.ToArray();
    }

    private static byte[] Changed(Action<ZipArchive> change)
    {
        using var file = new MemoryStream();
        file.Write(new SheetFile().Sheet("Projects", Table).ToBytes());
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true)) change(zip);
        return file.ToArray();
    }

    private static byte[] Replaced(string name, string xml) => Changed(zip =>
    {
        zip.GetEntry(name)!.Delete();
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Text(xml));
    });

    private static void Fill(ZipArchiveEntry entry, int length)
    {
        using var stream = entry.Open();
        var zeros = new byte[1 << 20];
        for (var left = length; left > 0; left -= zeros.Length) stream.Write(zeros, 0, Math.Min(left, zeros.Length));
    }

    /// <summary>The directory's figure of a small entry is set to 10 GB, as far as 32 bits go.</summary>
    private static byte[] Declares10GB()
    {
        var file = new SheetFile().Sheet("Projects", Table).ToBytes();
        for (var at = 0; at + 28 < file.Length; at++)
            if (file.AsSpan(at).StartsWith("PK\u0001\u0002"u8)) file.AsSpan(at + 24, 4).Fill(0xF0);
        return file;
    }

    /// <summary>Each sector of the allocation table names itself as the next.</summary>
    private static byte[] Circles()
    {
        var file = OldWorkbook.Biff8("Projects", Table);
        for (var at = 2; at < 20; at++) BitConverter.GetBytes(at).CopyTo(file, 512 + (4 * at));
        return file;
    }

    private static byte[] Gzip(byte[] content)
    {
        using var file = new MemoryStream();
        using (var zip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(content);
        return file.ToArray();
    }
}
