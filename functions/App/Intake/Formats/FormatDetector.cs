using System.IO.Compression;
using System.Text;
using ParisPact.Functions.Intake.Tables;

namespace ParisPact.Functions.Intake.Formats;

/// <summary>Tells what a file is by its content; its name says nothing. Reads the first 64 KB, and of archives their directory.</summary>
internal static class FormatDetector
{
    private const string SaveAs = "Open it in a spreadsheet program and save it as .xlsx or .csv.";

    /// <param name="file">Seekable; is left at its start.</param>
    public static DetectedFormat Detect(Stream file)
    {
        file.Position = 0;
        var sample = new byte[64 * 1024];
        var length = file.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var bytes = sample.AsSpan(0, length);
        if (bytes.TrimStart((byte)0).IsEmpty) return DetectedFormat.Refused("file.empty", length == 0 ? "The file is empty." : "The file holds nothing but zero bytes.", "Send it again: it may have been cut off on its way.");
        return Signature(bytes) ?? (IsZip(bytes) ? Archive(file) : IsOle(bytes) ? Ole(bytes) : IsOldExcel(bytes) ? new DetectedFormat(FileFormat.Xls) : Text(bytes));
    }

    private static DetectedFormat? Signature(ReadOnlySpan<byte> bytes)
    {
        var kind = bytes switch
        {
            [0x25, 0x50, 0x44, 0x46, ..] => "a PDF document",
            [0x1F, 0x8B, ..] => "a gzip archive",
            [0x42, 0x5A, 0x68, ..] => "a bzip2 archive",
            [0x37, 0x7A, 0xBC, 0xAF, ..] => "a 7-Zip archive",
            [0x52, 0x61, 0x72, 0x21, ..] => "a RAR archive",
            [0xFD, 0x37, 0x7A, 0x58, 0x5A, ..] => "an xz archive",
            [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] or [0x47, 0x49, 0x46, 0x38, ..] or [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => "an image",
            [0x7B, 0x5C, 0x72, 0x74, 0x66, ..] => "an RTF document",
            [0x4D, 0x5A, ..] when bytes.Length > 64 && bytes[..64].Contains((byte)0) => "a program",
            [0x7F, 0x45, 0x4C, 0x46, ..] => "a program",
            [0x50, 0x41, 0x52, 0x31, ..] => "a Parquet file",
            _ => bytes.StartsWith("SQLite format 3"u8) ? "a database" : null,
        };
        if (kind is null) return null;
        var suggestion = kind.EndsWith("archive", StringComparison.Ordinal) ? "Send the files inside it one by one." : "Send the table or the IATI file that it was made from: CSV, XLSX, XLS, JSON or IATI XML.";
        return DetectedFormat.Refused("file.kind", $"The file is {kind}, which is not read.", suggestion);
    }

    private static bool IsZip(ReadOnlySpan<byte> bytes) => bytes is [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] or [0x50, 0x4B, 0x07, 0x08, ..];

    private static bool IsOle(ReadOnlySpan<byte> bytes) => bytes is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..];

    /// <summary>The beginning-of-file record of Excel 2 to 4, without a container around it.</summary>
    private static bool IsOldExcel(ReadOnlySpan<byte> bytes) => bytes is [0x09, 0x00 or 0x02 or 0x04 or 0x08, 0x04 or 0x06 or 0x08, 0x00, ..];

    private static DetectedFormat Archive(Stream file)
    {
        var errors = new CellErrors();
        if (ZipGuard.Check(file, errors) is { } refused) return new DetectedFormat(FileFormat.Refused, refused);
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            bool Has(string name) => archive.Entries.Any(entry => entry.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (Has("xl/workbook.xml")) return new DetectedFormat(FileFormat.Xlsx, null, errors.Problem());
            if (Has("xl/workbook.bin")) return DetectedFormat.Refused("file.kind", "The file is a binary workbook (.xlsb), which is not read.", SaveAs);
            if (Has("word/document.xml")) return DetectedFormat.Refused("file.kind", "The file is a Word document, which is not read.", "Copy its table into a spreadsheet and save that as .xlsx or .csv.");
            if (Has("ppt/presentation.xml")) return DetectedFormat.Refused("file.kind", "The file is a presentation, which is not read.", "Send the projects as a table: CSV or XLSX.");
            if (Has("content.xml") && Has("mimetype")) return DetectedFormat.Refused("file.kind", "The file is an OpenDocument file, which is not read.", SaveAs);
            return DetectedFormat.Refused("file.kind", "The file is a zip archive and no workbook.", "Send the files inside it one by one.");
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            return DetectedFormat.Refused("zip.broken", "The file begins as a workbook or zip archive and is broken.", "Send it again: it may have been cut off on its way.");
        }
        finally
        {
            file.Position = 0;
        }
    }

    /// <summary>Old Office files share one container; the names of its streams tell them apart.</summary>
    private static DetectedFormat Ole(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0) return DetectedFormat.Refused("file.encrypted", "The workbook is protected by a password.", "Take the password off and send it again.");
        var hasWorkbook = bytes.IndexOf(Encoding.Unicode.GetBytes("Workbook")) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes("Book\0")) >= 0;
        if (!hasWorkbook && bytes.IndexOf(Encoding.Unicode.GetBytes("WordDocument")) >= 0) return DetectedFormat.Refused("file.kind", "The file is a Word document, which is not read.", "Copy its table into a spreadsheet and save that as .xlsx or .csv.");
        return new DetectedFormat(FileFormat.Xls);
    }

    private static DetectedFormat Text(ReadOnlySpan<byte> bytes)
    {
        var encoding = TextEncoding.OfStart(bytes);
        var text = encoding.Encoding.GetString(bytes[encoding.Preamble..]);
        if (IsBinary(text)) return DetectedFormat.Refused("file.kind", "The file is no text and of no kind that is read.", "Send CSV, XLSX, XLS, JSON or IATI XML.");
        var start = text.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        if (start.IsEmpty) return DetectedFormat.Refused("file.empty", "The file holds nothing but white space.", "Send it again: it may have been cut off on its way.");
        if (start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) || start.StartsWith("From: <Saved by", StringComparison.OrdinalIgnoreCase)) return DetectedFormat.Refused("file.kind", "The file is a web page in one file, or a message, whatever its name says.", SaveAs);
        var json = WithoutComments(start);
        if (json is ['{' or '[', ..] && LooksLikeJson(json)) return new DetectedFormat(FileFormat.Json);
        return start[0] == '<' ? XmlKind.Of(start) : new DetectedFormat(FileFormat.Csv);
    }

    /// <summary>What people put before their JSON although JSON has no comments.</summary>
    private static ReadOnlySpan<char> WithoutComments(ReadOnlySpan<char> text)
    {
        while (text.StartsWith("//") || text.StartsWith("/*"))
        {
            var (mark, length) = text[1] == '/' ? ("\n", 1) : ("*/", 2);
            if (text.IndexOf(mark) is not (>= 0 and var end)) return default;
            text = text[(end + length)..].TrimStart();
        }

        return text;
    }

    /// <summary>A row of hashtags or a bracketed title may begin with a bracket too.</summary>
    private static bool LooksLikeJson(ReadOnlySpan<char> text)
    {
        var next = text[1..].TrimStart();
        return next.IsEmpty || (text[0] == '{' ? next[0] is '"' or '\'' or '}' or '/' : next[0] is '{' or ']' or '[' or '"');
    }

    /// <summary>Some control characters get into tables; a file in which they are usual is no table.</summary>
    private static bool IsBinary(string text)
    {
        var controls = 0;
        foreach (var letter in text)
            if (letter < ' ' && letter is not ('\t' or '\n' or '\r' or '\f' or '\u001A')) controls++;
        return controls > 16 && controls * 20 > text.Length;
    }
}
