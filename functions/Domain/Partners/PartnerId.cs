using System.Diagnostics.CodeAnalysis;

namespace ParisPact.Domain.Partners;

/// <summary>
/// Whose projects they are: the first segment of an upload's path and of a project's address. 2 to 40 characters of
/// <c>a</c>–<c>z</c>, <c>0</c>–<c>9</c> and inner hyphens, in lower case, so that it can stand in a blob name, a table key and an URL as it is.
/// The default value is no partner and is refused by everything that takes one.
/// </summary>
public readonly record struct PartnerId
{
    private readonly string? _value;

    private PartnerId(string value) => _value = value;

    public string Value => _value ?? throw new InvalidOperationException("The default PartnerId is no partner.");

    /// <summary>Reads a partner from text of any case; false where the text is no partner's id.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartnerId partner)
    {
        partner = default;
        if (text is null || text.Length is < 2 or > 40 || text[0] == '-' || text[^1] == '-') return false;
        var lower = text.ToLowerInvariant();
        foreach (var letter in lower)
            if (letter is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')) return false;
        partner = new PartnerId(lower);
        return true;
    }

    /// <exception cref="FormatException">The text is no partner's id.</exception>
    public static PartnerId Parse(string text) =>
        TryParse(text, out var partner) ? partner : throw new FormatException($"'{text}' is no partner's id.");

    public override string ToString() => _value ?? "";
}
