using System.Buffers;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Functions.Platform;

/// <summary>A cell of a CSV that we write: quoted where it must be (RFC 4180), and never a formula.</summary>
internal static class CsvCell
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n;\t");

    public static string Of(string text)
    {
        var safe = SafeCell.Of(text);
        return safe.AsSpan().ContainsAny(Quoted) || safe is [' ', ..] or [.., ' '] ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
