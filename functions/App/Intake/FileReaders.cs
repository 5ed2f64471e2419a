using System.Runtime.CompilerServices;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Formats;
using ParisPact.Functions.Intake.Iati;
using ParisPact.Functions.Intake.Json;
using ParisPact.Functions.Intake.Tables;

namespace ParisPact.Functions.Intake;

/// <summary>Tells by its content what a file is, and reads it.</summary>
internal sealed class FileReaders(OfficialSchemas schemas)
{
    /// <param name="file">Seekable; the records are read while they are asked for.</param>
    public FileReading Open(Stream file, ReadingContext context, CancellationToken cancellation)
    {
        var detected = FormatDetector.Detect(file);
        var (name, records) = detected.Format switch
        {
            FileFormat.IatiXml => ("iati", IatiReader.Read(file, context, schemas.Current)),
            FileFormat.Csv => ("csv", CsvProjects.Read(file, context)),
            FileFormat.Xlsx => ("xlsx", WorkbookProjects.Read(file, context)),
            FileFormat.Xls => ("xls", WorkbookProjects.Read(file, context)),
            FileFormat.Json => ("json", JsonProjects.Read(file, context)),
            _ => (null, [RecordRead.OfFile(detected.Refusal!)]),
        };
        return new FileReading(name, InOrder(detected.Warning is { } warning ? records.Prepend(RecordRead.OfFile(warning)) : records, cancellation));
    }

    /// <summary>The readers work on a local file: there is nothing to wait for, only a token to heed.</summary>
    private static async IAsyncEnumerable<RecordRead> InOrder(IEnumerable<RecordRead> records, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var record in records)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return record;
        }
    }
}
