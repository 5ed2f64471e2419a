using System.Globalization;
using System.Text;
using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake.Formats;

/// <summary>
/// Counts the cells of sheets that hold the error of a formula, such as <c>#REF!</c>: the reader of workbooks gives them as empty cells. A look
/// at the letters alone: no XML is parsed.
/// </summary>
internal sealed class CellErrors
{
    private static ReadOnlySpan<byte> Mark => " t=\"e\""u8;

    private readonly byte[] _tail = new byte[5];
    private int _tailLength;
    private int _count;
    private string? _first;

    /// <summary>Blocks may end anywhere.</summary>
    public void Take(ReadOnlySpan<byte> block)
    {
        Span<byte> seam = stackalloc byte[10];
        _tail.AsSpan(0, _tailLength).CopyTo(seam);
        var ahead = Math.Min(5, block.Length);
        block[..ahead].CopyTo(seam[_tailLength..]);
        var joined = seam[..(_tailLength + ahead)];
        _count += joined.Count(Mark);
        for (var at = 0; block[at..].IndexOf(Mark) is >= 0 and var found; at += found + Mark.Length)
        {
            _count++;
            _first ??= Reference(block[..(at + found)]);
        }

        ReadOnlySpan<byte> tail = block.Length >= 5 ? block[^5..] : joined[^Math.Min(5, joined.Length)..];
        tail.CopyTo(_tail);
        _tailLength = tail.Length;
    }

    /// <summary>What a receipt says of them; null where there are none.</summary>
    public Problem? Problem() => _count == 0 ? null : new Problem(
        At(_first), "cell.error", Severity.Warning,
        string.Create(CultureInfo.InvariantCulture, $"{(_count == 1 ? "One cell of the workbook holds" : $"{_count:N0} cells of the workbook hold")} the error of a formula{(_first is null ? "" : $"{(_count == 1 ? "" : ", the first of them")} in {_first}")}; {(_count == 1 ? "it is" : "they are")} read as empty."),
        "Correct the formula, or write the value itself.");

    /// <summary>Of which sheet the cell is stands elsewhere in the archive.</summary>
    private static Position At(string? reference)
    {
        var digits = reference.AsSpan().IndexOfAnyInRange('0', '9');
        return digits > 0 && int.TryParse(reference.AsSpan(digits), CultureInfo.InvariantCulture, out var line) ? new Position(Line: line, Column: reference![..digits]) : Position.File;
    }

    /// <summary>The cell's own reference, which stands in the same tag before its type.</summary>
    private static string? Reference(ReadOnlySpan<byte> before)
    {
        var tag = before[(before.LastIndexOf((byte)'<') + 1)..];
        var start = tag.IndexOf(" r=\""u8);
        if (start < 0) return null;
        var reference = tag[(start + 4)..];
        var end = reference.IndexOf((byte)'"');
        return end is > 0 and <= 12 ? Encoding.ASCII.GetString(reference[..end]) : null;
    }
}
