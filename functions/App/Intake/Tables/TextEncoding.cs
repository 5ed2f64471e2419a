using System.Text;

namespace ParisPact.Functions.Intake.Tables;

/// <summary>In which encoding a text file is written, told by its bytes.</summary>
/// <param name="Preamble">Bytes of the byte order mark, to be passed over.</param>
/// <param name="Guessed">True where nothing in the file says it: a file in a code page of Windows.</param>
/// <param name="Damaged">True for UTF-8 with some bytes that are none.</param>
internal sealed record TextEncoding(Encoding Encoding, int Preamble, bool Guessed = false, bool Damaged = false)
{
    private const int SampleSize = 64 * 1024;

    public static Encoding Windows(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

    /// <summary>Tells the encoding; reads the whole file where it is no UTF-16, since its only accent may stand on the last line. Leaves the stream at its start.</summary>
    public static TextEncoding Of(Stream file)
    {
        file.Position = 0;
        var sample = new byte[SampleSize];
        var length = file.ReadAtLeast(sample, SampleSize, throwOnEndOfStream: false);
        file.Position = 0;
        var bytes = sample.AsSpan(0, length);
        if (OfMark(bytes) is { } marked) return marked;
        if (OfZeros(bytes) is { } wide) return wide;
        var bytesCounted = ByteCounts.Of(file);
        file.Position = 0;
        return bytesCounted switch
        {
            { Invalid: 0 } => new TextEncoding(Encoding.UTF8, 0),
            // Some broken bytes among many whole characters: a text that was cut, not one in a code page.
            { } counts when counts.Valid > 10 * counts.Invalid => new TextEncoding(Encoding.UTF8, 0, Damaged: true),
            { } counts => new TextEncoding(Windows(counts.LooksCyrillic ? 1251 : 1252), 0, Guessed: true),
        };
    }

    /// <summary>The whole text of a small file, whatever it is written in.</summary>
    public static string TextOf(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var encoding = Of(stream);
        return encoding.Encoding.GetString(file.AsSpan(encoding.Preamble));
    }

    /// <summary>The encoding of a file's first bytes, as far as they show it; for telling formats apart.</summary>
    public static TextEncoding OfStart(ReadOnlySpan<byte> bytes) => OfMark(bytes) ?? OfZeros(bytes) ?? new TextEncoding(Encoding.UTF8, 0);

    private static TextEncoding? OfMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new TextEncoding(Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => new TextEncoding(Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => new TextEncoding(Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => new TextEncoding(Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>In UTF-16 without a mark, half of the bytes of a mostly Latin text are zero, and all on the same side.</summary>
    private static TextEncoding? OfZeros(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4) return null;
        var (even, odd) = (0, 0);
        for (var at = 0; at + 1 < bytes.Length; at += 2)
        {
            if (bytes[at] == 0) even++;
            if (bytes[at + 1] == 0) odd++;
        }

        var pairs = bytes.Length / 2;
        // A text all in Cyrillic has zeros only in its spaces, digits and separators.
        if (odd > pairs / 10 && even * 20 < odd) return new TextEncoding(Encoding.Unicode, 0);
        return even > pairs / 10 && odd * 20 < even ? new TextEncoding(Encoding.BigEndianUnicode, 0) : null;
    }
}
