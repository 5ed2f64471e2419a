using System.Collections.Frozen;
using System.Text;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Takes tags, comments, scripts and style sheets of HTML and of Word out of a text, and nothing else. Time grows with the text's length alone.</summary>
internal sealed class Markup
{
    private static readonly FrozenSet<string> Tags =
        ("a abbr acronym address article aside b base basefont big blockquote body br button caption center cite code col colgroup dd del details dfn dir div dl dt em fieldset " +
         "figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark meta nav nobr noscript object ol " +
         "option p param pre q s samp script section select small span strike strong style sub summary sup table tbody td textarea tfoot th thead time title tr tt u ul var wbr xml")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TagNames = Tags.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string _text;
    private readonly int _lastClose;
    private readonly StringBuilder _plain;

    // An end that was looked for and not found is not looked for again.
    private readonly HashSet<string> _missing = new(StringComparer.OrdinalIgnoreCase);

    private Markup(string text) => (_text, _lastClose, _plain) = (text, text.LastIndexOf('>'), new StringBuilder(text.Length));

    public static string Strip(string text)
    {
        var markup = new Markup(text);
        var at = 0;
        while (at <= markup._lastClose)
        {
            var open = text.IndexOf('<', at);
            if (open < 0 || open > markup._lastClose) break;
            markup._plain.Append(text, at, open - at);
            at = markup.After(open);
        }

        return markup._plain.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Where the text goes on after a tag that opens at <paramref name="open"/>; one further where it is none.</summary>
    private int After(int open)
    {
        if (_text.AsSpan(open).StartsWith("<!--")) return End("-->", open);
        if (_text[open + 1] is '!' or '?') return End(">", open);
        var closing = _text[open + 1] == '/';
        var start = open + (closing ? 2 : 1);
        var end = start;
        while (end < _text.Length && end - start < 32 && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] is ':' or '-')) end++;
        var name = _text.AsSpan(start, end - start);
        if (!IsTag(name) || end > _lastClose || !(char.IsWhiteSpace(_text[end]) || _text[end] is '/' or '>')) return Keep(open);
        var close = _text.IndexOf('>', end);
        if (!closing && (Is(name, "style") || Is(name, "script"))) return AfterContent(name.ToString(), close + 1);
        if (BreaksLine(name)) _plain.Append('\n');
        else if (Is(name, "td") || Is(name, "th")) _plain.Append(' ');
        return close + 1;
    }

    private int AfterContent(string name, int from)
    {
        var end = _missing.Contains(name) ? -1 : _text.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        if (end < 0) _missing.Add(name);
        return end < 0 ? from : _text.IndexOf('>', end) is var close and >= 0 ? close + 1 : _text.Length;
    }

    private int Keep(int open)
    {
        _plain.Append('<');
        return open + 1;
    }

    /// <summary>What is never closed takes nothing with it: a cut-off comment is shown rather than lost.</summary>
    private int End(string mark, int open)
    {
        var end = _missing.Contains(mark) ? -1 : _text.IndexOf(mark, open, StringComparison.OrdinalIgnoreCase);
        if (end >= 0) return end + mark.Length;
        _missing.Add(mark);
        return Keep(open);
    }

    /// <summary>Tags of Word have a prefix: <c>o:p</c>, <c>w:WordDocument</c>, <c>v:shape</c>.</summary>
    private static bool IsTag(ReadOnlySpan<char> name) => TagNames.Contains(name) || (name.IndexOf(':') is >= 1 and <= 4 && name.Length > 2);

    private static bool BreaksLine(ReadOnlySpan<char> name) =>
        Is(name, "p") || Is(name, "br") || Is(name, "div") || Is(name, "li") || Is(name, "tr") || (name.Length == 2 && name[0] is 'h' or 'H' && char.IsAsciiDigit(name[1]));

    private static bool Is(ReadOnlySpan<char> name, string tag) => name.Equals(tag, StringComparison.OrdinalIgnoreCase);
}
