using System.Collections.Immutable;
using System.IO.Compression;
using System.Net;
using Azure;
using Azure.Storage.Blobs.Models;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Formats;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Intake.Tables;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>What a search in a file came to.</summary>
internal enum FileFinding
{
    Absent = 0,
    Holds,

    /// <summary>It is nothing in which text could be found, such as a picture: a person has to look.</summary>
    Unsearchable,
}

/// <summary>
/// Looks for a project in a file that was refused as a whole, of which therefore no receipt says what it holds: first as a reader would
/// read it, and where that breaks off, in every piece of its text.
/// </summary>
internal sealed class FileSearch(Storage storage, FileReaders readers, ColumnMappings mappings)
{
    /// <summary>More than this in one package is no file of projects.</summary>
    private const long MostUnpacked = 512L * 1_024 * 1_024;

    public async Task<FileFinding> RunAsync(Upload upload, ImmutableArray<string> rows, CancellationToken cancellation)
    {
        if (upload.Partner is not { } partner) return FileFinding.Absent;
        await using var file = TemporaryFile.Create();
        try
        {
            var blob = (await storage.ContainerAsync(Upload.Container)).GetBlobClient(upload.Blob);
            await blob.DownloadToAsync(file, new BlobDownloadToOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag(upload.ETag) } }, cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 412)
        {
            // What stands there now is another upload.
            return FileFinding.Absent;
        }

        if (file.Length == 0) return FileFinding.Absent;
        var whole = true;
        file.Position = 0;
        var context = new ReadingContext(partner, upload.File, DateOnly.FromDateTime(upload.SeenAt.UtcDateTime), await mappings.OfAsync(partner, cancellation));
        await foreach (var record in readers.Open(file, context, cancellation).Records.WithCancellation(cancellation))
        {
            if (ForgottenText.IsIt(record.Project?.Reference.AsWritten ?? record.Reference, rows)) return FileFinding.Holds;
            whole &= !record.Problems.Any(problem => problem.Severity == Severity.Fatal);
        }

        return whole ? FileFinding.Absent : InPieces(file, rows, cancellation);
    }

    private static FileFinding InPieces(FileStream file, ImmutableArray<string> rows, CancellationToken cancellation)
    {
        var start = new byte[4_096];
        file.Position = 0;
        var bytes = start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        if (bytes.StartsWith("PK"u8)) return InPackage(file, rows, cancellation);
        var encoding = TextEncoding.Of(file);
        file.Position = 0;
        if (InText(file, encoding, rows, cancellation)) return FileFinding.Holds;
        return encoding.Encoding.IsSingleByte || encoding.Encoding is System.Text.UTF8Encoding && bytes.Contains((byte)0) || bytes.StartsWith("%PDF"u8)
            ? FileFinding.Unsearchable
            : FileFinding.Absent;
    }

    private static FileFinding InPackage(FileStream file, ImmutableArray<string> rows, CancellationToken cancellation)
    {
        try
        {
            file.Position = 0;
            using var package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Sum(entry => entry.Length) > MostUnpacked) return FileFinding.Unsearchable;
            foreach (var entry in package.Entries)
            {
                using var unpacked = TemporaryFile.Create();
                using (var packed = entry.Open()) packed.CopyTo(unpacked);
                if (InText(unpacked, TextEncoding.Of(unpacked), rows, cancellation)) return FileFinding.Holds;
            }

            return FileFinding.Absent;
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException or OverflowException)
        {
            return FileFinding.Unsearchable;
        }
    }

    private static bool InText(Stream file, TextEncoding encoding, ImmutableArray<string> rows, CancellationToken cancellation)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, encoding.Encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 65_536, leaveOpen: true);
        foreach (var piece in Pieces(reader))
        {
            cancellation.ThrowIfCancellationRequested();
            if (ForgottenText.IsIt(piece, rows) || (piece.Contains('&', StringComparison.Ordinal) && ForgottenText.IsIt(WebUtility.HtmlDecode(piece), rows))) return true;
        }

        return false;
    }

    /// <summary>The pieces between any two of what parts cells and elements; a longer one than a reference can be is none.</summary>
    private static IEnumerable<string> Pieces(StreamReader reader)
    {
        const int Longest = 1_024;
        var piece = new System.Text.StringBuilder();
        var buffer = new char[65_536];
        for (var length = reader.Read(buffer); length > 0; length = reader.Read(buffer))
            for (var at = 0; at < length; at++)
            {
                if (buffer[at] is not ('\r' or '\n' or '\t' or '\0' or ',' or ';' or '|' or '<' or '>' or '"'))
                {
                    if (piece.Length <= Longest) piece.Append(buffer[at]);
                    continue;
                }

                if (piece.Length is > 0 and <= Longest) yield return piece.ToString();
                piece.Clear();
            }

        if (piece.Length is > 0 and <= Longest) yield return piece.ToString();
    }
}
