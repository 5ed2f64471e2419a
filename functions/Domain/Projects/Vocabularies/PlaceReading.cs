using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>How <see cref="Places.Find"/> reads one text.</summary>
internal static class PlaceReading
{
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

        if (Listed(lexicon, text.Trim()) is { IsEmpty: false } named)
            return Conclude(lexicon, named, limit, exact: true);

        var parts = PlaceParts.Of(lexicon, text);
        if (parts.Length > 1)
            return Combine(lexicon, [.. parts.Select(part => Part.Of(lexicon, part))], limit);

        // What is left once a "nationwide" beside it has gone.
        return parts is [var only] && only.Length < text.Trim().Length
            ? Read(lexicon, only, within)
            : ReadTwoNames(lexicon, key, limit) ?? new VocabularyMatch<PlaceCode>.Unknown(() => lexicon.Nearest(text, limit));
    }

    /// <summary>
    /// A name with brackets in it that is one name, with or without its code: <c>IR - Iran (Islamic Republic of)</c>,
    /// <c>Iran (Islamic Republic of) (IR)</c>, <c>Korea (Republic of)</c>. None where code and name are not of one place.
    /// </summary>
    private static ImmutableArray<PlaceCode> Listed(PlaceLexicon lexicon, string text)
    {
        if (PlaceParts.CodeAndName(text) is not { } both) return Named(lexicon, text);
        var (ofCode, _) = lexicon.Look(both.Code);
        return ofCode.IsEmpty ? Named(lexicon, text) : [.. Named(lexicon, both.Name).Intersect(ofCode)];
    }

    /// <summary>What a name stands for as it is, or as <c>Republic of Korea</c> where it is <c>Korea (Republic of)</c>.</summary>
    private static ImmutableArray<PlaceCode> Named(PlaceLexicon lexicon, string name)
    {
        var (places, isLocal) = lexicon.Look(name);
        if (!places.IsEmpty) return isLocal ? [] : places;
        var open = name.IndexOf(" (", StringComparison.Ordinal);
        return open > 0 && name.EndsWith(" of)", StringComparison.OrdinalIgnoreCase) && lexicon.Look($"{name[(open + 2)..^1]} {name[..open]}") is { IsLocal: false, Places: var turned } ? turned : [];
    }

    /// <summary><c>Kabul AF</c>, <c>Badakhshan province of Afghanistan</c>, <c>Afghanistan-Kandahar</c>: a country at one end of the text.</summary>
    private static VocabularyMatch<PlaceCode>? ReadTwoNames(PlaceLexicon lexicon, string key, PlaceCode? limit)
    {
        VocabularyMatch<PlaceCode>? country = null;
        foreach (var (first, second) in PlaceParts.Splits(key))
        {
            var (left, right) = (Part.Of(lexicon, first), Part.Of(lexicon, second));
            if (!left.IsCountry && !right.IsCountry)
                continue;
            if (!left.Listed.IsEmpty && !right.Listed.IsEmpty && Combine(lexicon, [left, right], limit) is var match and not VocabularyMatch<PlaceCode>.Unknown)
                return match;

            // "Northern Afghanistan" is worth the suggestion of Afghanistan, unless the rest is a province misspelt.
            country ??= Combine(lexicon, [left, right], limit) as VocabularyMatch<PlaceCode>.Unknown;
        }

        return country;
    }

    private static VocabularyMatch<PlaceCode> Combine(
        PlaceLexicon lexicon,
        ImmutableArray<Part> parts,
        PlaceCode? limit)
    {
        var known = parts.Where(part => !part.Listed.IsEmpty).ToImmutableArray();
        if (known.IsEmpty)
            return new VocabularyMatch<PlaceCode>.Unknown(() => SuggestFromParts(lexicon, parts, limit));

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
        return new VocabularyMatch<PlaceCode>.Unknown(() => parts.Where(part => part.Listed.IsEmpty)
            .Select(part => lexicon.Nearest(part.Text, countries[0])).FirstOrDefault(found => found is not null) ?? lexicon.Describe(countries[0]));
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

    private readonly record struct Part(string Text, ImmutableArray<PlaceCode> Listed, bool IsLocal)
    {
        public bool IsCountry => Listed is [{ IsCountry: true }];

        public static Part Of(PlaceLexicon lexicon, string text)
        {
            var (listed, isLocal) = lexicon.Look(text);
            return new Part(text, listed, isLocal);
        }
    }
}
