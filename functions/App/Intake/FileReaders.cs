using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Iati;

namespace ParisPact.Functions.Intake;

/// <summary>Tells by its content what a file is, and reads it.</summary>
internal sealed class FileReaders(OfficialSchemas schemas)
{
    /// <param name="file">Seekable; the records are read while they are asked for.</param>
    public FileReading Open(Stream file, ReadingContext context, CancellationToken cancellation) =>
        new("iati", InOrder(IatiReader.Read(file, context, schemas.Current), cancellation));

    /// <summary>The readers work on a local file: there is nothing to wait for, only a token to heed.</summary>
    private static async IAsyncEnumerable<RecordRead> InOrder(IEnumerable<RecordRead> records, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var record in records)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return record;
        }
    }
}
