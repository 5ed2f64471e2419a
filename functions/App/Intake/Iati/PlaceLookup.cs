using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>Finds the places that a file names; what was looked for once is remembered, since a file names the same ones again and again.</summary>
internal sealed class PlaceLookup
{
    private const int MostRemembered = 5_000;

    private readonly Dictionary<string, PlaceCode?> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Text, PlaceCode Within), PlaceCode?> _provinces = [];

    /// <summary>The country of a code, or of a name in place of one; null where it is none that we know.</summary>
    public PlaceCode? Country(string text)
    {
        if (_countries.TryGetValue(text, out var known)) return known;
        if (_countries.Count >= MostRemembered) _countries.Clear();
        PlaceCode? found = PlaceCode.TryParse(text, out var code) && code.IsCountry
            ? Places.IsKnown(code) ? code : null
            : Places.Find(text) is VocabularyMatch<PlaceCode>.Found { Value.IsCountry: true, Exact: true } named ? named.Value : null;
        return _countries[text] = found;
    }

    public static void Warn(IatiElement element, string code, ProblemList problems)
    {
        var match = Places.Find(IatiText.NameOrNull(element) ?? code);
        var meant = match.TryGet(out var place) ? Places.Describe(place) : match.DidYouMean;
        problems.Add(element.WarnOf("code", "place.unknown", $"There is no country {Quote.Of(code)}; it is kept as written.", meant is null ? "Use the two letters of ISO 3166-1." : $"Did you mean {meant}?"));
    }

    /// <summary>The number of a region of the OECD DAC; null where it has none such.</summary>
    public static int? Region(string code) => RecipientRegions.Find(code).TryGet(out var region) ? IatiValues.Whole(region.Code) : null;

    /// <summary>The province that a location is, by its codes first, then by its name; null where it is none of the recipient countries'.</summary>
    /// <param name="mayStandAlone">A code of ISO 3166-2 is enough where the activity names no recipient at all.</param>
    public PlaceCode? Province(IatiElement location, string name, IReadOnlyList<PlaceCode> countries, bool mayStandAlone)
    {
        foreach (var child in location.Children)
        {
            if (child.Name is not ("administrative" or "location-id" or "location-administrative")) continue;
            if (PlaceCode.TryParse(child.Trimmed("code"), out var code) && !code.IsCountry && Places.IsKnown(code)
                && (countries.Contains(code.Country) || mayStandAlone)) return code;
        }

        foreach (var country in countries)
        {
            if (!Places.PriorityCountries.Contains(country)) continue;
            if (Find(name, country) is { } named) return named;
            foreach (var child in location.Children)
            {
                // Version 1 wrote the names of the administrative units into the element.
                if (child.Name == "administrative" && (Find(child.Text, country) ?? Find(child.Trimmed("code") ?? "", country)) is { } unit) return unit;
            }
        }

        return null;
    }

    private PlaceCode? Find(string text, PlaceCode country)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (_provinces.TryGetValue((text, country), out var known)) return known;
        if (_provinces.Count >= MostRemembered) _provinces.Clear();
        return _provinces[(text, country)] = Places.Find(text, country).TryGet(out var place) && !place.IsCountry ? place : null;
    }
}
