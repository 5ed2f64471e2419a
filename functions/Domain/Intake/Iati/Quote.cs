namespace ParisPact.Domain.Intake.Iati;

/// <summary>What a message repeats of the file.</summary>
public static class Quote
{
    /// <summary>The text in quotation marks, on one line, of at most 60 characters.</summary>
    public static string Of(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 60 ? $"“{line}”" : $"“{line[..(char.IsHighSurrogate(line[58]) ? 58 : 59)]}…”";
    }
}
