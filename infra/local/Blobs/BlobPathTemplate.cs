using System.Text;
using System.Text.RegularExpressions;

namespace ParisPact.Local.Blobs;

/// <summary>
/// The path of a blob trigger: a literal container, then a pattern in which each <c>{x}</c> takes as much as it can,
/// slashes included. It is not a route template.
/// </summary>
internal sealed class BlobPathTemplate
{
    private readonly Regex pattern;
    private readonly string[] names;

    private BlobPathTemplate(string text, string container, Regex pattern, string[] names)
    {
        Text = text;
        Container = container;
        this.pattern = pattern;
        this.names = names;
    }

    public string Text { get; }

    /// <summary>In lower case, as containers are.</summary>
    public string Container { get; }

    public IReadOnlyList<string> Names => names;

    /// <exception cref="FormatException">It is no such path.</exception>
    public static BlobPathTemplate Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == text.Length - 1)
        {
            throw Invalid(text, "A blob path is a container, a slash, and a pattern of blob names.");
        }

        var container = text[..slash].ToLowerInvariant();
        if (container.AsSpan().ContainsAny('{', '}'))
        {
            throw Invalid(text, "The container must be a literal name.");
        }

        var names = new List<string>();
        var pattern = new StringBuilder(@"\A");
        var rest = text.AsSpan(slash + 1);
        while (rest.Length > 0)
        {
            rest = rest[Take(text, rest, pattern, names)..];
        }

        return new BlobPathTemplate(text, container, new Regex(pattern.Append(@"\z").ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant), [.. names]);
    }

    /// <summary>The values of the path's parameters, or null where the blob does not match. Case counts.</summary>
    public IReadOnlyDictionary<string, string>? Match(string blob) => pattern.Match(blob) is { Success: true } match
        ? names.ToDictionary(name => name, name => match.Groups[name].Value, StringComparer.OrdinalIgnoreCase)
        : null;

    private static int Take(string text, ReadOnlySpan<char> rest, StringBuilder pattern, List<string> names)
    {
        if (rest is ['{', '{', ..] or ['}', '}', ..])
        {
            pattern.Append(Regex.Escape(rest[..1].ToString()));
            return 2;
        }

        if (rest[0] == '}')
        {
            throw Invalid(text, "Missing opening bracket.");
        }

        if (rest[0] != '{')
        {
            pattern.Append(Regex.Escape(rest[..1].ToString()));
            return 1;
        }

        var close = rest.IndexOf('}');
        if (close < 0)
        {
            throw Invalid(text, "Missing closing bracket.");
        }

        var expression = rest[1..close].ToString();
        var name = expression.Split(':')[0];
        if (!IsIdentifier(name))
        {
            throw Invalid(text, $"Invalid template expression '{expression}'.");
        }

        if (names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw Invalid(text, $"The parameter '{name}' appears twice.");
        }

        names.Add(name);
        pattern.Append("(?<").Append(name).Append(">.*)");
        return close + 1;
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private static FormatException Invalid(string text, string reason) => new($"Invalid template '{text}'. {reason}");
}
