using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>All spellings of places: of countries and subdivisions, and of the towns that lie in them.</summary>
internal sealed class PlaceLexicon
{
    private readonly Lexicon<PlaceCode> _places;
    private readonly Lexicon<PlaceCode> _towns;

    public PlaceLexicon(ImmutableArray<Country> countries, ImmutableArray<Subdivision> subdivisions)
    {
        var names = countries.Select(country => (country.Code, country.Name))
            .Concat(subdivisions.Select(subdivision => (subdivision.Code, subdivision.Name)))
            .ToDictionary(place => place.Code, place => place.Name);
        string Describe(PlaceCode code) => $"{names[code]} ({code})";

        var ofCountries = countries.SelectMany(country => country.OtherNames
            .Union([country.Code.Value, country.Iso3, country.Name, country.NameFr, country.NameEs, country.NameRu])
            .SelectMany(Romanisation.SpellingsOf)
            .Select(spelling => (spelling, country.Code)));
        var ofSubdivisions = subdivisions.SelectMany(subdivision => subdivision.OtherSpellings
            .Union([subdivision.Code.Value, subdivision.Name])
            .SelectMany(Romanisation.SpellingsOf)
            .Select(spelling => (spelling, subdivision.Code)));
        _places = Lexicon<PlaceCode>.Of(ofCountries.Concat(ofSubdivisions), Describe);
        _towns = Lexicon<PlaceCode>.Of(
            subdivisions.SelectMany(subdivision => subdivision.Towns
                .SelectMany(Romanisation.SpellingsOf)
                .Select(town => (town, subdivision.Code))),
            Describe);
    }

    /// <summary>What a text without separators stands for.</summary>
    /// <returns>The candidates, none or several, and whether the text is more local than they are.</returns>
    public (ImmutableArray<PlaceCode> Places, bool IsLocal) Look(string text)
    {
        var key = Folding.Fold(text);
        if (_places.Listed(key) is { IsEmpty: false } listed)
            return (listed, false);

        var (bare, kind) = PlaceWords.Strip(key);
        if (kind != PlaceWords.Kind.None && OfKind(_places.Listed(bare), kind) is { IsEmpty: false } ofKind)
            return (ofKind, false);
        if (_towns.Listed(key) is { IsEmpty: false } town)
            return (town, true);
        return kind == PlaceWords.Kind.City ? (_towns.Listed(bare), true) : (ByPCode(key), true);
    }

    public Suggestion<PlaceCode>? Nearest(string text, PlaceCode? limit)
    {
        var key = Folding.Fold(text);
        bool Inside(PlaceCode code) => limit is not { } country || code.IsWithin(country);
        return _places.Nearest(key, Inside) ?? _places.Nearest(PlaceWords.Strip(key).Bare, Inside);
    }

    public Suggestion<PlaceCode> Describe(PlaceCode code) => _places.Describe(code);

    public ImmutableArray<Suggestion<PlaceCode>> Describe(ImmutableArray<PlaceCode> codes) => _places.Describe(codes);

    // "Tashkent oblast" is the region and "Tashkent city" the city; a region that shares its name with nothing may be called a city too.
    private static ImmutableArray<PlaceCode> OfKind(ImmutableArray<PlaceCode> candidates, PlaceWords.Kind kind)
    {
        if (kind == PlaceWords.Kind.Region)
            return [.. candidates.Where(code => !Places.IsCity(code))];
        return candidates.Any(Places.IsCity) ? [.. candidates.Where(Places.IsCity)] : candidates;
    }

    // P-codes nest by their digits: AF2701 is a district of AF27.
    private ImmutableArray<PlaceCode> ByPCode(string key)
    {
        var letters = key.TakeWhile(char.IsAsciiLetter).Count();
        if (letters is not (2 or 3) || key.Length > 16 || !key.Skip(letters).All(char.IsAsciiDigit))
            return [];
        for (var length = key.Length - 1; length > letters; length--)
        {
            if (_places.Listed(key[..length]) is { IsEmpty: false } listed)
                return listed;
        }

        return [];
    }
}
