using System.Collections.Frozen;

namespace ParisPact.Functions.Intake.Formats;

/// <summary>Tells files in angle brackets apart by their first element, without a parser that could be led astray.</summary>
internal static class XmlKind
{
    /// <summary>Elements that web pages, and tables saved as such, begin with.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfPages =
        new[] { "html", "head", "body", "meta", "title", "style", "script", "link", "base", "table", "thead", "tbody", "tr", "div", "span", "p", "font", "center", "br", "hr", "h1", "h2", "h3" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="text">The file's beginning, at its first angle bracket.</param>
    public static DetectedFormat Of(ReadOnlySpan<char> text)
    {
        var name = RootName(text);
        var local = name[(name.IndexOf(':') + 1)..];
        if (local is "iati-activities" or "iati-activity") return new DetectedFormat(FileFormat.IatiXml);
        if (local.StartsWith("iati-organisation", StringComparison.Ordinal))
            return DetectedFormat.Refused("file.kind", "The file is an IATI organisation file, which tells about organisations and not about activities.", "Send the IATI activity file.");
        if (OfPages.Contains(local) || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
            return DetectedFormat.Refused("file.kind", "The file is a web page, whatever its name says.", "Open it in a spreadsheet program and save it as .xlsx or .csv.");
        if (name.StartsWith("office:document")) return DetectedFormat.Refused("file.kind", "The file is an OpenDocument file, which is not read.", "Open it in a spreadsheet program and save it as .xlsx or .csv.");
        if (local is "Workbook") return DetectedFormat.Refused("file.kind", "The file is a workbook in the XML of Excel 2003, which is not read.", "Open it in a spreadsheet program and save it as .xlsx or .csv.");
        if (local.IsEmpty) return new DetectedFormat(text.StartsWith("<?xml", StringComparison.Ordinal) ? FileFormat.IatiXml : FileFormat.Csv);
        return DetectedFormat.Refused("file.kind", $"The file is XML whose root element is <{local[..Math.Min(local.Length, 60)]}>, and no IATI activity file.", "The root element of an IATI activity file is <iati-activities>.");
    }

    private static ReadOnlySpan<char> RootName(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.TrimStart();
            if (text.Length < 2 || text[0] != '<') return default;
            if (text[1] == '?') text = After(text, "?>");
            else if (text.StartsWith("<!--")) text = After(text, "-->");
            else if (text[1] == '!') text = AfterDeclaration(text);
            else break;
        }

        var end = 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is ':' or '-' or '_' or '.')) end++;
        return text[1..end];
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string mark) => text.IndexOf(mark) is var at and >= 0 ? text[(at + mark.Length)..] : default;

    /// <summary>A document type, with the subset in its brackets.</summary>
    private static ReadOnlySpan<char> AfterDeclaration(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '[') depth++;
            else if (text[at] == ']') depth--;
            else if (text[at] == '>' && depth <= 0) return text[(at + 1)..];
        }

        return default;
    }
}
