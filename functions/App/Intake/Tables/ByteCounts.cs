using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ParisPact.Functions.Intake.Tables;

/// <summary>What the bytes of a text file that are no ASCII look like.</summary>
/// <param name="Valid">Characters of several bytes that are UTF-8.</param>
/// <param name="Invalid">Bytes that are none.</param>
/// <param name="Paired">Of the invalid bytes that would be letters in a code page, those that stand beside another one.</param>
internal readonly record struct ByteCounts(long Valid, long Invalid, long Paired)
{
    /// <summary>Russian words have their letters side by side; accents of western languages stand alone.</summary>
    public bool LooksCyrillic => Paired * 2 > Invalid;

    public static ByteCounts Of(Stream file)
    {
        var counts = default(ByteCounts);
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            var kept = 0;
            int read;
            while ((read = file.Read(buffer, kept, buffer.Length - kept)) > 0)
            {
                var bytes = buffer.AsSpan(0, kept + read);
                kept = Split(bytes);
                var whole = bytes[..^kept];
                if (counts.Invalid > 0 || !Utf8.IsValid(whole)) counts = counts.With(whole);
                else if (!Ascii.IsValid(whole)) counts = counts with { Valid = counts.Valid + CountMarks(whole) };
                bytes[^kept..].CopyTo(buffer);
            }

            return kept > 0 ? counts.With(buffer.AsSpan(0, kept)) : counts;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>How many bytes at the end begin a character that goes on in the next block.</summary>
    private static int Split(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var first = bytes[^back];
            if (first < 0x80) return 0;
            if (first < 0xC0) continue;
            return (first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2) > back ? back : 0;
        }

        return 0;
    }

    private static long CountMarks(ReadOnlySpan<byte> bytes)
    {
        var marks = 0L;
        foreach (var value in bytes)
            if (value >= 0xC0) marks++;
        return marks;
    }

    private ByteCounts With(ReadOnlySpan<byte> bytes)
    {
        var (valid, invalid, paired) = (Valid, Invalid, Paired);
        var previous = false;
        while (bytes.Length > 0)
        {
            if (bytes[0] < 0x80)
            {
                previous = false;
                bytes = bytes[1..];
                continue;
            }

            if (Rune.DecodeFromUtf8(bytes, out _, out var used) == OperationStatus.Done)
            {
                valid++;
                previous = false;
            }
            else
            {
                used = 1;
                invalid++;
                var letter = bytes[0] >= 0xC0 || bytes[0] is 0xA8 or 0xB8;
                if (letter && (previous || (bytes.Length > 1 && bytes[1] >= 0xC0))) paired++;
                previous = letter;
            }

            bytes = bytes[used..];
        }

        return new ByteCounts(valid, invalid, paired);
    }
}
