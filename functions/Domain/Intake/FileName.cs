using System.Text;

namespace ParisPact.Domain.Intake;

/// <summary>What is left of a name that somebody gave a file when it may stand in a blob's name, a header and a page.</summary>
public static class FileName
{
    public const int MaximumLength = 120;

    /// <summary>
    /// The last segment of the path, without control characters, without what blob names, addresses and file systems refuse, at most
    /// <see cref="MaximumLength"/> characters with its extension kept; <c>file</c> where nothing is left.
    /// </summary>
    public static string Clean(string? name) => Left(name) is { Length: > 0 } text ? Short(text) : "file";

    /// <summary>True where nothing is left of a name, as of <c>..</c>.</summary>
    public static bool IsNothing(string? name) => Left(name).Length == 0;

    private static string Left(string? name)
    {
        var last = (name ?? "")[((name ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder(last.Length);
        foreach (var letter in last.EnumerateRunes())
        {
            if (Rune.IsControl(letter) || letter == Rune.ReplacementChar || Rune.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.Format) continue;
            clean.Append(letter.IsAscii && "<>:\"|?*#%&{}$!'@+`=".Contains((char)letter.Value, StringComparison.Ordinal) ? "_" : letter.ToString());
        }

        return clean.ToString().Trim(' ', '.');
    }

    private static string Short(string text)
    {
        if (text.Length <= MaximumLength) return text;
        var dot = text.LastIndexOf('.');
        var extension = dot > 0 && text.Length - dot <= 10 ? text[dot..] : "";
        return Whole(text, MaximumLength - extension.Length) + extension;
    }

    /// <summary>Never half of a surrogate pair.</summary>
    private static string Whole(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
}
