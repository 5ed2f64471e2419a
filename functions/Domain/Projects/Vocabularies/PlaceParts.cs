using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>Where the text of one place falls into the names of several.</summary>
internal static class PlaceParts
{
    private static readonly char[] Separators = [',', ';', '/', '|', '(', ')', '[', ']', ':', '>', '–', '—', '&', '\n', '\r', '\t', '،'];

    // A hyphen separates only with space around it: "Sar-e-Pul" is one name, "AF - Afghanistan" is a code and a name.
    private static readonly ImmutableArray<string> Conjunctions = [" - ", " and ", " et ", " y ", " и ", " und "];

    /// <summary>The parts between separators, without those that say "nationwide"; the text itself when it has none.</summary>
    public static ImmutableArray<string> Of(PlaceLexicon lexicon, string text)
    {
        var separated = Conjunctions.Aggregate(text, (before, word) => before.Replace(word, ",", StringComparison.OrdinalIgnoreCase));
        var parts = separated.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => Folding.Fold(part) is { Length: > 0 } key && !PlaceWords.MeansWholeCountry(key))
            .ToImmutableArray();
        return parts is [var only] && only == text.Trim() ? LeadingCode(lexicon, only) : parts;
    }

    /// <summary>A code in capitals before a name, with a mark between them, or in brackets behind it; null where there is none.</summary>
    public static (string Code, string Name)? CodeAndName(string text)
    {
        var end = 0;
        while (end < text.Length && IsOfCode(text[end])) end++;
        if (end is 2 or 3 && text[end..].TrimStart(' ', '-', '–', '—', ':', '/', '|') is { Length: > 2 } behind) return (text[..end], behind);
        var open = text.LastIndexOf('(');
        return open > 2 && text[^1] == ')' && text.Length - open - 2 is 2 or 3 && text[(open + 1)..^1].All(IsOfCode) ? (text[(open + 1)..^1], text[..open].TrimEnd()) : null;
    }

    private static bool IsOfCode(char letter) => char.IsAsciiLetterUpper(letter);

    /// <summary>A folded text cut in two between any of its words, the shortest first half first; none for a long text.</summary>
    public static IEnumerable<(string First, string Second)> Splits(string key)
    {
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 9)
            yield break;
        for (var at = 1; at < words.Length; at++)
        {
            var first = words[at - 1] is "of" or "de" or "in" ? words[..(at - 1)] : words[..at];
            if (first.Length > 0)
                yield return (string.Join(' ', first), string.Join(' ', words[at..]));
        }
    }

    /// <summary><c>AF-KAN Kandahar</c>, <c>AF Afghanistan</c>, <c>AFG-Kandahar</c>: a code in capitals, then the name.</summary>
    private static ImmutableArray<string> LeadingCode(PlaceLexicon lexicon, string text)
    {
        foreach (var separator in (ReadOnlySpan<char>)[' ', '-'])
        {
            var at = text.IndexOf(separator, StringComparison.Ordinal);
            if (at is < 2 or > 6 || at == text.Length - 1)
                continue;
            var code = text[..at];
            if (code.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '-') && !lexicon.Look(code).Places.IsEmpty)
                return [code, text[(at + 1)..]];
        }

        return [text];
    }
}
