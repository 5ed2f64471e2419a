namespace ParisPact.Domain.Intake.Tables;

/// <summary>What is wrong with a cell, before it is known in which line it stands: equal cells share it.</summary>
internal sealed record CellFault(HeaderColumn Column, string Rule, string Message, string? Suggestion = null, Severity Severity = Severity.Warning, string? Subject = null)
{
    /// <summary>At most 80 characters of a cell, between quotation marks, for a message.</summary>
    public static string Quote(string text)
    {
        var line = CellText.Clean(text.Length > 400 ? text[..400] : text);
        return line.Length <= 80 ? $"“{line}”" : $"“{line[..79]}…”";
    }

    public Problem At(string? sheet, int line) => new(new Position(sheet, line, Column.Name), Rule, Severity, Message, Suggestion, Subject);
}
