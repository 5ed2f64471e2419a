using System.Text;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Functions.Intake.Tables;

/// <summary>Reads projects from a CSV file of any encoding and delimiter, HXL tables included.</summary>
internal static class CsvProjects
{
    private const int SampleLength = 64 * 1024;

    /// <param name="file">Seekable; is read twice, once for its encoding. Not closed.</param>
    /// <param name="context">What must be known beside the file.</param>
    public static IEnumerable<RecordRead> Read(Stream file, ReadingContext context)
    {
        var encoding = TextEncoding.Of(file);
        var sample = Sample(file, encoding);
        var delimiter = CsvDelimiter.Of(sample, context.Mapping);
        file.Position = encoding.Preamble;
        var reader = new StreamReader(file, encoding.Encoding, detectEncodingFromByteOrderMarks: false, 128 * 1024, leaveOpen: true);
        using var rows = new CsvRows(reader, delimiter);
        if (CsvDelimiter.Declared(sample) is not null) rows.Read(new TableRow());

        if (encoding.Guessed)
            yield return RecordRead.OfFile(new Problem(Position.File, "text.encoding", Severity.Warning, $"The file is not in UTF-8; it is read as {encoding.Encoding.EncodingName}. Letters that look wrong were written otherwise.", "Save it as “CSV UTF-8”."));
        if (encoding.Damaged)
            yield return RecordRead.OfFile(new Problem(Position.File, "text.damaged", Severity.Warning, "Some bytes of the file are no UTF-8; they are shown as �.", "Save it again as “CSV UTF-8”."));

        var head = TableHead.Take(rows, context);
        if (rows.Fault is { } fault)
        {
            yield return RecordRead.OfFile(fault);
            yield break;
        }

        if (TableProblems.Hindrance(head, null) is { } hindrance)
        {
            yield return RecordRead.OfFile(hindrance);
            yield break;
        }

        foreach (var record in ProjectTables.Read(head, rows, context, null)) yield return TableDetails.Read(record, context);
    }

    private static string Sample(Stream file, TextEncoding encoding)
    {
        file.Position = encoding.Preamble;
        using var reader = new StreamReader(file, encoding.Encoding, detectEncodingFromByteOrderMarks: false, 4096, leaveOpen: true);
        var letters = new char[SampleLength];
        return new string(letters, 0, reader.ReadBlock(letters));
    }
}
