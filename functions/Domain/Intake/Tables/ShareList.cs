using System.Collections.Immutable;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>
/// Reads lists in one cell, with or without percentages: <c>Kandahar; Helmand</c>, <c>AF:60|PK:40</c>,
/// <c>Afghanistan (60%), Pakistan (40%)</c>, <c>60% Afghanistan, 40% Pakistan</c>. Total.
/// </summary>
public static class ShareList
{
    private const int MostEntries = 500;

    private static readonly System.Buffers.SearchValues<char> Between = System.Buffers.SearchValues.Create(";|\n\r•¦");

    /// <summary>Splits at semicolons, bars and line breaks outside brackets.</summary>
    public static ImmutableArray<Share> Split(string text) => SplitAt(text, ";|\n\r•¦");

    /// <summary>Splits at commas too, and at slashes with white space around them, for texts that mean nothing as a whole.</summary>
    public static ImmutableArray<Share> SplitAtCommas(string text) => SplitAt(Conjunctions(text), ";|\n\r•¦,،");

    /// <summary>Splits at slashes, ampersands and pluses without white space around them, for texts whose every part means something.</summary>
    public static ImmutableArray<Share> SplitAtSlashes(string text) => SplitAt(text, ";|\n\r•¦,،/&+");

    /// <summary>Splits values that stand side by side with those of another cell, so that empty ones count: <c>40;60</c>.</summary>
    public static string[] SplitParallel(string text)
    {
        if (!text.Contains('"', StringComparison.Ordinal)) return text.Split([';', '|', '\n'], MostEntries, StringSplitOptions.TrimEntries);
        var parts = new List<string>();
        var start = 0;
        for (var at = 0; at <= text.Length && parts.Count < MostEntries; at++)
        {
            if (at < text.Length && IsStart(text, start, at) && EndOfQuoted(text, at) is { } end) at = end;
            if (at < text.Length && text[at] is not (';' or '|' or '\n')) continue;
            var part = text[start..at].Trim();
            parts.Add(EndOfQuoted(part, 0) == part.Length ? Unquoted(part) : part);
            start = at + 1;
        }

        return [.. parts];
    }

    /// <summary>A text between quotation marks, which no separator in it divides; a mark in it is doubled.</summary>
    public static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>True where the whole text is one entry between quotation marks, with or without a percentage behind it.</summary>
    public static bool IsQuoted(string text) => text.AsSpan().TrimStart() is ['"', ..] && EndOfQuoted(text, text.Length - text.AsSpan().TrimStart().Length) is { } end && text.AsSpan(end).IndexOfAny(Between) < 0;

    private static bool IsStart(string text, int start, int at) => text[at] == '"' && text.AsSpan(start, at - start).IsWhiteSpace();

    /// <summary>Where the entry between quotation marks that begins here ends; null where it is a text with such marks in it.</summary>
    private static int? EndOfQuoted(string text, int start)
    {
        if (start >= text.Length || text[start] != '"') return null;
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] != '"') continue;
            if (at + 1 < text.Length && text[at + 1] == '"') at++;
            else if (at == start + 1) return null;
            else return IsRest(text.AsSpan(at + 1)) ? at + 1 : null;
        }

        return null;
    }

    /// <summary>Nothing but a percentage stands between an entry in quotation marks and the next one.</summary>
    private static bool IsRest(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(Between);
        var rest = (end < 0 ? text : text[..end]).Trim();
        return rest.Length == 0 || (rest is ['(', .., '%', ')'] && Percentage(rest[1..^2]) is not null);
    }

    private static string Unquoted(string text) => text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);

    private static string Conjunctions(string text) => text
        .Replace(" / ", ",", StringComparison.Ordinal)
        .Replace(" & ", ",", StringComparison.Ordinal)
        .Replace(" + ", ",", StringComparison.Ordinal)
        .Replace(" and ", ",", StringComparison.OrdinalIgnoreCase)
        .Replace(" et ", ",", StringComparison.OrdinalIgnoreCase)
        .Replace(" y ", ",", StringComparison.OrdinalIgnoreCase)
        .Replace(" и ", ",", StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<Share> SplitAt(string text, string separators)
    {
        if (text.AsSpan().IndexOfAny(separators) < 0) return One(text) is { } only ? [only] : [];
        var shares = ImmutableArray.CreateBuilder<Share>();
        var start = 0;
        var depth = 0;
        for (var at = 0; at <= text.Length && shares.Count < MostEntries; at++)
        {
            if (at < text.Length)
            {
                if (depth == 0 && IsStart(text, start, at) && EndOfQuoted(text, at) is { } end)
                {
                    at = end - 1;
                    continue;
                }

                if (text[at] is '(' or '[') depth++;
                else if (text[at] is ')' or ']' && depth > 0) depth--;
                if (depth > 0 && text[at] != '\n' || !separators.Contains(text[at], StringComparison.Ordinal)) continue;
            }

            if (One(text[start..at]) is { } share) shares.Add(share);
            (start, depth) = (at + 1, 0);
        }

        return shares.ToImmutable();
    }

    private static Share? One(string text)
    {
        var entry = text.AsSpan().Trim().TrimStart("-*·").Trim();
        if (entry.Length == 0) return null;
        if (entry[0] == '"' && entry.ToString() is var whole && EndOfQuoted(whole, 0) is { } close)
            return new Share(Unquoted(whole[..close]), whole.Length == close ? null : Percentage(whole.AsSpan(close).Trim().Trim("(%)")));
        var percent = entry.IndexOf('%');
        if (percent >= 0)
        {
            var number = entry[..percent].TrimEnd();
            var start = number.Length;
            while (start > 0 && (char.IsAsciiDigit(number[start - 1]) || number[start - 1] is '.' or ',')) start--;
            if (Percentage(number[start..]) is { } value)
            {
                // Whatever joined the number to the name goes with it.
                var rest = string.Concat(number[..start].TrimEnd().TrimEnd("(:=-–[").TrimEnd(), " ", entry[(percent + 1)..].TrimStart().TrimStart(")]:-–").TrimStart()).Trim();
                return rest.Length == 0 ? null : new Share(rest, value);
            }
        }

        var colon = entry.LastIndexOfAny(":=");
        if (colon > 0 && colon < entry.Length - 1 && Percentage(entry[(colon + 1)..].Trim()) is { } given && entry[..colon].Trim() is { Length: > 0 } name)
            return new Share(name.ToString(), given);
        return new Share(entry.ToString());
    }

    /// <summary>
    /// Reads the numbers behind the names as percentages where all have one and they add up to a hundred, or to one: <c>Badakhshan 50, Takhar 25, Kunduz 25</c>.
    /// </summary>
    /// <returns>null where they do not.</returns>
    internal static ImmutableArray<Share>? Numbered(ImmutableArray<Share> shares)
    {
        var numbered = ImmutableArray.CreateBuilder<Share>(shares.Length);
        var sum = 0m;
        foreach (var share in shares)
        {
            var space = share.Text.LastIndexOfAny([' ', '-', '–', '(']);
            if (share.Percentage is not null || space <= 0 || Percentage(share.Text.AsSpan(space + 1).TrimEnd(')')) is not { } percentage) return null;
            var name = share.Text[..space].TrimEnd(' ', '-', '–', '(', ':');
            if (name.Length == 0) return null;
            numbered.Add(new Share(name, percentage));
            sum += percentage;
        }

        if (numbered.Count < 2) return null;
        if (sum is >= 0.99m and <= 1.01m) return [.. numbered.Select(share => share with { Percentage = share.Percentage * 100 })];
        return sum is >= 99 and <= 101 ? numbered.ToImmutable() : null;
    }

    /// <summary>
    /// Reads the percentages that stand together behind the names: <c>Paktia, Paktika, Khost (20/30/50)</c>.
    /// </summary>
    /// <returns>null where nothing like it stands there, or where there are not as many as names.</returns>
    internal static ImmutableArray<Share>? Together(string text)
    {
        var open = text.LastIndexOf('(');
        if (open <= 0 || text.AsSpan().TrimEnd() is not [.., ')']) return null;
        var numbers = text[(open + 1)..].TrimEnd(')', ' ').Split(['/', ';', ':', '-'], StringSplitOptions.TrimEntries);
        if (numbers.Length == 1) numbers = numbers[0].Split(',', StringSplitOptions.TrimEntries);
        var names = SplitAtCommas(text[..open]);
        if (numbers.Length < 2 || numbers.Length != names.Length || names.Any(name => name.Percentage is not null)) return null;
        var shares = names.Zip(numbers, (name, number) => new Share(name.Text, Percentage(number))).ToImmutableArray();
        return shares.All(share => share.Percentage is not null) && shares.Sum(share => share.Percentage) is >= 99 and <= 101 ? shares : null;
    }

    /// <summary>A percentage as a cell of its own has it, with or without the sign; null where it is none.</summary>
    public static decimal? Percentage(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimEnd('%').TrimEnd();
        return text.Length is > 0 and <= 20 && char.IsAsciiDigit(text[0]) && NumberText.EndOf(text, 0) == text.Length
            ? NumberText.Read(text, null, decimals: true)?.Value
            : null;
    }
}
