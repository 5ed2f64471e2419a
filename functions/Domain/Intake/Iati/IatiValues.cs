using System.Globalization;

namespace ParisPact.Domain.Intake.Iati;

/// <summary>Reads the values of IATI attributes and elements: null where the text is not one.</summary>
public static class IatiValues
{
    /// <summary>
    /// Reads <c>yyyy-MM-dd</c>, with or without a time or zone behind it: the day is the one that is written, whatever the zone.
    /// </summary>
    public static DateOnly? Date(string? text)
    {
        var span = (text ?? "").AsSpan().Trim();
        if (span.Length > 10 && span[10] is not ('T' or 'Z' or '+' or '-' or ' ')) return null;
        return span.Length >= 10
            && DateOnly.TryParseExact(span[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }

    /// <summary>Reads a date with a time; a zone that is not written is UTC.</summary>
    public static DateTimeOffset? Instant(string? text) =>
        Date(text) is not null
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var instant)
            ? instant
            : null;

    /// <summary>Reads a number as the schema has it: digits, a point, a sign.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>
    /// Reads a number that is plain to a person and not to the schema: <c>1,273,500.50</c>, <c>1 273 500</c>, <c>1.2E+6</c>, <c>50%</c>.
    /// <c>1,273</c> is read as thousands, which is what IATI's point as decimal sign implies; <c>12,5</c> is not read.
    /// </summary>
    public static decimal? LooseNumber(string? text)
    {
        var bare = string.Concat((text ?? "").Trim().TrimEnd('%').TrimEnd().Select(letter => char.IsWhiteSpace(letter) ? ',' : letter));
        if (bare.Contains(',', StringComparison.Ordinal))
        {
            var point = bare.IndexOf('.', StringComparison.Ordinal);
            if (point >= 0 && bare.IndexOf(',', point) >= 0) return null;
            var groups = (point < 0 ? bare : bare[..point]).TrimStart('-', '+').Split(',');
            if (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3)) return null;
            bare = bare.Replace(",", "", StringComparison.Ordinal);
        }

        return decimal.TryParse(bare, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Reads <c>true</c>, <c>1</c>, <c>false</c>, <c>0</c>.</summary>
    public static bool? Flag(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "1" or "true" => true,
        "0" or "false" => false,
        _ => null,
    };

    /// <summary>Reads a whole number.</summary>
    public static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The language's two letters in lower case, from <c>EN</c>, <c>en-GB</c> or <c>en_US</c>; null where it has no two letters.</summary>
    public static string? Language(string? text)
    {
        var span = (text ?? "").AsSpan().Trim();
        if (span.Length > 2 && span[2] is '-' or '_') span = span[..2];
        return span.Length == 2 && char.IsAsciiLetter(span[0]) && char.IsAsciiLetter(span[1])
            ? span.ToString().ToLowerInvariant()
            : null;
    }
}
