using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>How <see cref="Places.Find"/> reads one text.</summary>
internal static class PlaceReading
{
    private static readonly char[] Separators = [',', ';', '/', '|', '(', ')', '[', ']', ':', '>', '–', '—', '\n', '\r', '\t', '،'];

    public static VocabularyMatch<PlaceCode> Read(Lexicon<PlaceCode> lexicon, string? text, PlaceCode? within)
    {
        // An empty limit is no limit: a record without a country passes its default.
        var limit = within is { IsNone: false } ? within : null;
        if (string.IsNullOrWhiteSpace(text) || text.Length > Lexicon<PlaceCode>.LongestText)
            return new VocabularyMatch<PlaceCode>.Unknown();

        var whole = Listed(lexicon, text);
        if (!whole.IsEmpty)
            return Conclude(lexicon, whole, limit, exact: true);

        var parts = PartsOf(text);
        return parts.Length < 2
            ? new VocabularyMatch<PlaceCode>.Unknown(Suggest(lexicon, text, limit))
            : Combine(lexicon, [.. parts.Select(part => (part, Listed(lexicon, part)))], limit);
    }

    /// <summary>What a text without separators is listed for: as it is, or without the words for "province".</summary>
    private static ImmutableArray<PlaceCode> Listed(Lexicon<PlaceCode> lexicon, string text)
    {
        // "IR-01" is a code of ISO 3166-2, "IR01" would be a p-code, and the two number provinces differently.
        var key = Folding.Fold(text);
        var listed = lexicon.Listed(key);
        if (!listed.IsEmpty)
            return listed;

        var (bare, kind) = PlaceWords.Strip(key);
        if (kind == PlaceWords.Kind.None)
            return [];
        var candidates = lexicon.Listed(bare);
        if (kind == PlaceWords.Kind.City && candidates.Any(Places.IsCity))
            return [.. candidates.Where(Places.IsCity)];
        if (kind == PlaceWords.Kind.Region && candidates.Any(code => !Places.IsCity(code)))
            return [.. candidates.Where(code => !Places.IsCity(code))];
        return candidates;
    }

    private static VocabularyMatch<PlaceCode> Combine(
        Lexicon<PlaceCode> lexicon,
        ImmutableArray<(string Text, ImmutableArray<PlaceCode> Listed)> parts,
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
            return Conclude(lexicon, places, limit, exact: known.Length == parts.Length);
        }

        if (known.Length == parts.Length || countries.Length > 1)
            return Conclude(lexicon, countries, limit, exact: true);
        if (!Places.PriorityCountries.Contains(countries[0]))
            return Conclude(lexicon, countries, limit, exact: false);

        // In the nine countries the part that is not listed may be a province misspelt, so the country alone would be a guess.
        var suggestion = parts.Where(part => part.Listed.IsEmpty)
            .Select(part => Suggest(lexicon, part.Text, countries[0])).FirstOrDefault(found => found is not null);
        return new VocabularyMatch<PlaceCode>.Unknown(suggestion ?? lexicon.Describe(countries[0]));
    }

    private static VocabularyMatch<PlaceCode> Conclude(
        Lexicon<PlaceCode> lexicon, ImmutableArray<PlaceCode> places, PlaceCode? limit, bool exact)
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
        Lexicon<PlaceCode> lexicon, ImmutableArray<(string Text, ImmutableArray<PlaceCode> Listed)> parts, PlaceCode? limit) =>
        parts.Select(part => Suggest(lexicon, part.Text, limit)).FirstOrDefault(found => found is not null);

    private static Suggestion<PlaceCode>? Suggest(Lexicon<PlaceCode> lexicon, string text, PlaceCode? limit)
    {
        var key = Folding.Fold(text);
        bool Inside(PlaceCode code) => limit is not { } country || code.IsWithin(country);
        return lexicon.Nearest(key, Inside) ?? lexicon.Nearest(PlaceWords.Strip(key).Bare, Inside);
    }

    private static ImmutableArray<string> PartsOf(string text)
    {
        // A hyphen separates only with space around it: "Sar-e-Pul" is one name, "AF - Afghanistan" is a code and a name.
        var spaced = text.Replace(" - ", ",", StringComparison.Ordinal);
        var parts = spaced.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => Folding.Fold(part).Length > 0)
            .ToImmutableArray();
        return parts.Length > 1 ? parts : LeadingCode(text.Trim());
    }

    /// <summary><c>AF-KAN Kandahar</c> and <c>AF Afghanistan</c>: a code in capitals, then the name.</summary>
    private static ImmutableArray<string> LeadingCode(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space is >= 2 and <= 6 && PlaceCode.TryParse(text[..space], out var code) && code.Value == text[..space] && Places.IsKnown(code)
            ? [text[..space], text[(space + 1)..]]
            : [text];
    }
}
