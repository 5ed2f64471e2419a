using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>How <see cref="Places.Find"/> reads one text.</summary>
internal static class PlaceReading
{
    private static readonly char[] Separators = [',', ';', '/', '|', '(', ')', '[', ']', ':', '>', '–', '—', '\n', '\r', '\t', '،'];

    public static VocabularyMatch<PlaceCode> Read(PlaceLexicon lexicon, string? text, PlaceCode? within)
    {
        // An empty limit is no limit: a record without a country passes its default.
        var limit = within is { IsNone: false } ? within : null;
        if (string.IsNullOrWhiteSpace(text) || text.Length > Lexicon<PlaceCode>.LongestText)
            return new VocabularyMatch<PlaceCode>.Unknown();

        var key = Folding.Fold(text);
        if (limit is { } whole && PlaceWords.MeansWholeCountry(key))
            return new VocabularyMatch<PlaceCode>.Found(whole);

        // In spreadsheets NA says "not available" far oftener than Namibia.
        if (key == "na")
            return new VocabularyMatch<PlaceCode>.Unknown(lexicon.Describe(PlaceCode.Parse("NA")));

        var (places, isLocal) = lexicon.Look(text);
        if (!places.IsEmpty)
            return Conclude(lexicon, places, limit, exact: !isLocal);

        var parts = PartsOf(lexicon, text);
        return parts.Length < 2
            ? new VocabularyMatch<PlaceCode>.Unknown(lexicon.Nearest(text, limit))
            : Combine(lexicon, [.. parts.Select(part => Part.Of(lexicon, part))], limit);
    }

    private static VocabularyMatch<PlaceCode> Combine(
        PlaceLexicon lexicon,
        ImmutableArray<Part> parts,
        PlaceCode? limit)
    {
        var known = parts.Where(part => !part.Listed.IsEmpty).ToImmutableArray();
        if (known.IsEmpty)
            return new VocabularyMatch<PlaceCode>.Unknown(SuggestFromParts(lexicon, parts, limit));

        // Each part narrows the others: "Badakhshan, Tajikistan" leaves the one Badakhshan that lies in Tajikistan.
        var countries = known.Where(part => part.Listed.All(code => code.IsCountry)).SelectMany(part => part.Listed).Distinct().ToImmutableArray();
        var localities = known.Where(part => part.Listed.Any(code => !code.IsCountry))
            .Select(part => countries.IsEmpty ? part.Listed : [.. part.Listed.Where(code => countries.Any(code.IsWithin))])
            .ToImmutableArray();
        if (localities.Any(locality => locality.IsEmpty))
            return new VocabularyMatch<PlaceCode>.Unknown();

        if (!localities.IsEmpty)
        {
            var common = localities.Aggregate((left, right) => [.. left.Intersect(right)]);
            var places = common.IsEmpty ? [.. localities.SelectMany(locality => locality).Distinct()] : common;
            return Conclude(lexicon, places, limit, exact: parts.All(part => !part.Listed.IsEmpty && !part.IsLocal));
        }

        if (known.Length == parts.Length || countries.Length > 1)
            return Conclude(lexicon, countries, limit, exact: true);
        if (!Places.PriorityCountries.Contains(countries[0]))
            return Conclude(lexicon, countries, limit, exact: false);

        // In the nine countries the part that is not listed may be a province misspelt, so the country alone would be a guess.
        var suggestion = parts.Where(part => part.Listed.IsEmpty)
            .Select(part => lexicon.Nearest(part.Text, countries[0])).FirstOrDefault(found => found is not null);
        return new VocabularyMatch<PlaceCode>.Unknown(suggestion ?? lexicon.Describe(countries[0]));
    }

    private static VocabularyMatch<PlaceCode> Conclude(
        PlaceLexicon lexicon, ImmutableArray<PlaceCode> places, PlaceCode? limit, bool exact)
    {
        var inside = limit is { } country ? [.. places.Where(code => code.IsWithin(country))] : places;
        return inside.Length switch
        {
            1 => new VocabularyMatch<PlaceCode>.Found(inside[0], exact),
            > 1 => new VocabularyMatch<PlaceCode>.Ambiguous(lexicon.Describe(inside)),
            _ when places.Length == 1 => new VocabularyMatch<PlaceCode>.Unknown(lexicon.Describe(places[0])),
            _ => new VocabularyMatch<PlaceCode>.Unknown(),
        };
    }

    private static Suggestion<PlaceCode>? SuggestFromParts(
        PlaceLexicon lexicon, ImmutableArray<Part> parts, PlaceCode? limit) =>
        parts.Select(part => lexicon.Nearest(part.Text, limit)).FirstOrDefault(found => found is not null);

    private static ImmutableArray<string> PartsOf(PlaceLexicon lexicon, string text)
    {
        // A hyphen separates only with space around it: "Sar-e-Pul" is one name, "AF - Afghanistan" is a code and a name.
        var spaced = text.Replace(" - ", ",", StringComparison.Ordinal);
        var parts = spaced.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => Folding.Fold(part).Length > 0)
            .ToImmutableArray();
        return parts.Length > 1 ? parts : LeadingCode(lexicon, text.Trim());
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

    private readonly record struct Part(string Text, ImmutableArray<PlaceCode> Listed, bool IsLocal)
    {
        public static Part Of(PlaceLexicon lexicon, string text)
        {
            var (listed, isLocal) = lexicon.Look(text);
            return new Part(text, listed, isLocal);
        }
    }
}
