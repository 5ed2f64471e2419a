namespace ParisPact.Domain.Intake;

/// <summary>Where in a file something stands, as an editor or a spreadsheet shows it. The default is the file as a whole.</summary>
/// <param name="Sheet">A workbook's sheet by its name; null elsewhere.</param>
/// <param name="Line">From 1; null where there is none.</param>
/// <param name="Column">The column's header as written, or its letters where it has none; for XML and JSON the character in the line; null where there is none.</param>
/// <param name="Path">XPath of an element, or JSON Pointer; null for tables.</param>
public sealed record Position(string? Sheet = null, int? Line = null, string? Column = null, string? Path = null)
{
    public static Position File { get; } = new();
}
