using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using MimeKit;
using ParisPact.Domain.Partners;

namespace ParisPact.Functions.Mail;

/// <summary>What may stand in a mail.</summary>
internal static class MailText
{
    public const int LongestSubject = 300;

    public const int LongestName = 200;

    private static readonly string[] Fetching = ["src", "srcset", "background", "poster", "data", "xlink:href", "lowsrc", "dynsrc", "formaction", "action"];

    private static readonly string[] Forbidden = ["script", "iframe", "frame", "object", "embed", "link", "base", "form"];

    /// <summary>Text for a header: one line, without anything that could begin another one, and without halves of characters.</summary>
    public static string OneLine(string text, int longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            var isBreak = Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || Rune.IsWhiteSpace(rune);
            if (isBreak && (line.Length == 0 || line[^1] == ' ')) continue;
            if (line.Length + rune.Utf16SequenceLength >= longest)
            {
                line.Append('…');
                break;
            }

            line.Append(isBreak ? " " : rune.ToString());
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Whether mail can be sent to an address. Letters beyond ASCII stand in the domain only: few servers take them before the sign.</summary>
    public static bool IsAddress(string address) =>
        MailAddress.LooksRight(address)
        && Ascii.IsValid(address.AsSpan(0, address.LastIndexOf('@')))
        && MailboxAddress.TryParse(address, out var parsed)
        && string.IsNullOrEmpty(parsed.Name) && parsed.Route.Count == 0 && parsed.Address == address;

    /// <summary>What in a page would fetch something or run, in the words of a person who wrote the page; null where nothing would.</summary>
    public static string? Remote(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        foreach (var element in page.All)
        {
            if (Forbidden.Contains(element.LocalName)) return $"an element {element.LocalName}";
            if (element.HasAttribute("http-equiv") && !element.GetAttribute("http-equiv")!.Equals("content-type", StringComparison.OrdinalIgnoreCase)) return "a header of its own";
            if (element.LocalName is not ("a" or "area") && element.HasAttribute("href")) return $"an address in an element {element.LocalName}";
            if (element.LocalName == "style" && FetchesByStyle(element.TextContent)) return "a style sheet that fetches something";
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) return $"an attribute {attribute.Name}";
                if (Fetching.Contains(attribute.Name) && !attribute.Value.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return $"an attribute {attribute.Name} that fetches something";
                if (attribute.Name == "style" && FetchesByStyle(attribute.Value)) return "a style that fetches something";
            }
        }

        return null;
    }

    /// <summary>By a function or a rule; a backslash could hide either.</summary>
    private static bool FetchesByStyle(string style) =>
        style.Contains("url(", StringComparison.OrdinalIgnoreCase) || style.Contains("@import", StringComparison.OrdinalIgnoreCase)
        || style.Contains("image-set(", StringComparison.OrdinalIgnoreCase) || style.Contains('\\');
}
