using System.IO.Compression;
using System.Text;
using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake.Formats;

/// <summary>
/// Looks at an archive before anything reads it: bombs, entries that overlap, names that lead out of a folder. What the directory
/// declares is checked without inflating anything; what it hides is found by inflating each entry once, to a limit.
/// </summary>
internal static class ZipGuard
{
    private const int MostEntries = 2_000;

    /// <summary>Bytes of all entries: a workbook of a million rows has less.</summary>
    private const long MostBytes = 4L << 30;

    /// <summary>The sheet XML of empty rows packs about 60 to 1; what packs better than this is made to.</summary>
    private const long MostRatio = 400;

    /// <summary>Under this size no ratio matters.</summary>
    private const long Harmless = 32L << 20;

    /// <param name="errors">Takes notice of the formulas in its sheets that failed.</param>
    /// <returns>Why the archive is refused; null where it is not. The stream is left at its start.</returns>
    public static Problem? Check(Stream file, CellErrors errors)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
            return Directory(archive, file.Length) ?? Contents(archive, errors);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            return Refuse("zip.broken", "The file begins as a workbook or zip archive and is broken.", "Send it again: it may have been cut off on its way.");
        }
        finally
        {
            file.Position = 0;
        }
    }

    private static Problem? Directory(ZipArchive archive, long size)
    {
        if (archive.Entries.Count > MostEntries) return Refuse("zip.entries", $"The archive has {archive.Entries.Count:N0} entries; a workbook has at most {MostEntries:N0}.");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (packed, unpacked) = (0L, 0L);
        foreach (var entry in archive.Entries)
        {
            if (!names.Add(entry.FullName)) return Refuse("zip.names", "The archive has two entries of one name.");
            if (LeadsOut(entry.FullName)) return Refuse("zip.names", "The archive has an entry whose name leads out of its folder.");
            packed += entry.CompressedLength;
            unpacked += entry.Length;
            if (unpacked > MostBytes || IsBomb(entry.CompressedLength, entry.Length)) return Bomb(unpacked);
        }

        // Entries that share their bytes are the trick of the smallest bombs.
        return packed > size ? Refuse("zip.bomb", "The archive's entries overlap.") : null;
    }

    private static Problem? Contents(ZipArchive archive, CellErrors errors)
    {
        var buffer = new byte[128 * 1024];
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            var sheet = entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) ? new CellReferences() : null;
            var length = 0L;
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                length += read;
                total += read;
                if (total > MostBytes || IsBomb(entry.CompressedLength, length)) return Bomb(total);
                if (sheet is not null) errors.Take(buffer.AsSpan(0, read));
                if (sheet?.Take(buffer.AsSpan(0, read)) == false) return Refuse("table.too-wide", "A sheet has a cell beyond column XFD, the last that a workbook can have.");
            }
        }

        return null;
    }

    private static bool IsBomb(long packed, long unpacked) => unpacked > Harmless && unpacked / Math.Max(1, packed) > MostRatio;

    private static bool LeadsOut(string name) =>
        name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal)
        || name.Split('/').Contains("..");

    private static Problem Bomb(long bytes) => Refuse("zip.bomb", $"The archive unpacks to {bytes / (1 << 20):N0} MB or more; a workbook of this size does not.");

    private static Problem Refuse(string rule, string message, string? suggestion = null) => new(Position.File, rule, Severity.Fatal, message, suggestion ?? "Save the workbook anew and send it again.");
}
