using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake;

/// <summary>Tells by its content what a file is, and reads it.</summary>
/// <param name="open">Takes a seekable file, what a reader must know, and a token; the records are read while they are asked for.</param>
internal sealed class FileReaders(Func<Stream, ReadingContext, CancellationToken, FileReading> open)
{
    public FileReading Open(Stream file, ReadingContext context, CancellationToken cancellation) => open(file, context, cancellation);
}
