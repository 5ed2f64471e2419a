namespace ParisPact.Functions.Intake.Formats;

/// <summary>
/// Looks through the bytes of a sheet for references of cells beyond the last column, for which readers would make room.
/// A look at the letters alone: no XML is parsed.
/// </summary>
internal sealed class CellReferences
{
    private readonly byte[] _tail = new byte[8];
    private int _tailLength;

    /// <summary>False where a reference such as <c>r="ZZZZ1"</c> is found. Blocks may end anywhere.</summary>
    public bool Take(ReadOnlySpan<byte> block)
    {
        Span<byte> seam = stackalloc byte[24];
        _tail.AsSpan(0, _tailLength).CopyTo(seam);
        var joined = _tailLength + Math.Min(16, block.Length);
        block[..Math.Min(16, block.Length)].CopyTo(seam[_tailLength..]);
        if (!Look(seam[..joined]) || !Look(block)) return false;
        var tail = block[^Math.Min(8, block.Length)..];
        tail.CopyTo(_tail);
        _tailLength = tail.Length;
        return true;
    }

    private static bool Look(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var at = bytes.IndexOf(" r=\""u8);
            if (at < 0 || at + 8 > bytes.Length) return true;
            var reference = bytes[(at + 4)..];
            if (IsLetter(reference[0]) && IsLetter(reference[1]) && IsLetter(reference[2]) && (IsLetter(reference[3]) || reference[..3].SequenceCompareTo("XFD"u8) > 0)) return false;
            bytes = reference;
        }
    }

    private static bool IsLetter(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z';
}
