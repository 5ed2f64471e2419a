using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>Says of a file that is no XML what is wrong and where, as a fatal problem.</summary>
internal static partial class XmlFailure
{
    /// <param name="reached">The line and character that the reader had come to, for failures that name none.</param>
    public static Problem Describe(XmlException failure, (int Line, int Column) reached)
    {
        var (line, column) = failure.LineNumber > 0 ? (failure.LineNumber, failure.LinePosition) : reached;
        var at = line > 0 ? new Position(null, line, column.ToString(CultureInfo.InvariantCulture)) : Position.File;
        var said = Where().Replace(failure.Message, "");
        return said switch
        {
            _ when said.Contains("DTD", StringComparison.Ordinal) => Fatal(at, "xml.dtd",
                "The file has a DOCTYPE. It is refused unread, since a DOCTYPE can draw in other files or make a small file endless.",
                "Remove the DOCTYPE: IATI needs none."),
            _ when said.Contains("Root element is missing", StringComparison.Ordinal) => Fatal(at, "xml.empty",
                "The file is empty: it has no element at all.", null),
            // A quotation mark that is missing elsewhere would meet the next tag before the end of the file.
            _ when said.Contains("Unexpected end of file", StringComparison.Ordinal) || said.Contains("unclosed literal", StringComparison.Ordinal) => Fatal(at, "xml.truncated",
                $"The file ends before it is complete. {NotClosed(said)}".TrimEnd(),
                "It was probably cut off while it was written or sent: send it again."),
            _ when said.Contains("encoding", StringComparison.OrdinalIgnoreCase) || said.Contains("Unicode byte order mark", StringComparison.Ordinal) => Fatal(at, "xml.encoding",
                $"The file is not in the encoding that its first line names. {said}",
                "Save it as UTF-8, and let the first line say encoding=\"UTF-8\" or nothing."),
            _ => Fatal(at, "xml.not-well-formed", $"The file is not well-formed XML from here on. {said}",
                SuggestionFor(said)),
        };
    }

    private static string? SuggestionFor(string said) =>
        said.Contains("invalid character", StringComparison.Ordinal) ? "Remove the character: XML allows no control characters but tab and line ends."
        : said.Contains("XML declaration must be the first", StringComparison.Ordinal) ? "Remove what stands before <?xml, be it an empty line."
        : said.Contains("parsing EntityName", StringComparison.Ordinal) || said.Contains("hexadecimal value 0x26", StringComparison.Ordinal) ? "Write &amp; where an & belongs to the text."
        : said.Contains("Name cannot begin", StringComparison.Ordinal) ? "Write &lt; where a < belongs to the text."
        : said.Contains("does not match the end tag", StringComparison.Ordinal) ? "Close each element before the one around it."
        : said.Contains("undeclared entity", StringComparison.Ordinal) ? "Write the character itself, or its number such as &#160;."
        : null;

    private static Problem Fatal(Position at, string rule, string message, string? suggestion) =>
        new(at, rule, Severity.Fatal, message, suggestion);

    private static string NotClosed(string said) => Unclosed().Match(said) is { Success: true } match
        ? $"Not closed: {string.Join(", ", match.Groups[1].Value.Split(", ").Take(6))}."
        : "";

    [GeneratedRegex(@" Line \d+, position \d+\.$")]
    private static partial Regex Where();

    [GeneratedRegex(@"The following elements are not closed: (.*?)\.$")]
    private static partial Regex Unclosed();
}
