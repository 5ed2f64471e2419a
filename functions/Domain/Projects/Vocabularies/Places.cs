using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>
/// The places that a project can be in: every country of ISO 3166-1, and the first-level subdivisions of the nine countries
/// that the Initiative gives priority to.
/// </summary>
public static class Places
{
    /// <summary>The nine: Afghanistan, Islamic Republic of Iran, Pakistan, the five states of Central Asia, Russian Federation.</summary>
    public static ImmutableArray<PlaceCode> PriorityCountries { get; } =
        [.. "AF IR PK TJ TM UZ KG KZ RU".Split(' ').Select(PlaceCode.Parse)];

    /// <summary>All countries, in the order of their codes.</summary>
    public static ImmutableArray<Country> Countries => Register.Value.Countries;

    /// <summary>All subdivisions, in the order of their codes.</summary>
    public static ImmutableArray<Subdivision> Subdivisions => Register.Value.Subdivisions;

    private static readonly Lazy<PlaceRegister> Register = new(PlaceRegister.Load);

    /// <summary>
    /// Reads a place as people write it: a code (<c>AF</c>, <c>AFG</c>, <c>AF-KAN</c>, p-code <c>AF27</c>), a name in English, French,
    /// Spanish, Russian or the place's own language, with or without "Province of", and combinations such as
    /// <c>AF - Afghanistan</c>, <c>Afghanistan (AF)</c>, <c>Spin Boldak, Kandahar, Afghanistan</c>.
    /// </summary>
    /// <param name="text">Any text, or <c>null</c>.</param>
    /// <param name="within">
    /// The country that the place must lie in, where the record says so; it settles names that two countries share, and is what "nationwide" means.
    /// </param>
    /// <returns>
    /// <see cref="VocabularyMatch{T}.Found"/>, with <c>Exact</c> false when a part of the text is more local than we know places;
    /// <see cref="VocabularyMatch{T}.Ambiguous"/> for Badakhshan without a country; else <see cref="VocabularyMatch{T}.Unknown"/>,
    /// with the nearest spelling.
    /// </returns>
    public static VocabularyMatch<PlaceCode> Find(string? text, PlaceCode? within = null) =>
        PlaceReading.Read(Register.Value.Lexicon, text, within);

    public static bool IsKnown(PlaceCode code) => Register.Value.Names.ContainsKey(code);

    /// <summary>English name for display; the code itself for a place that we do not know.</summary>
    public static string Name(PlaceCode code) => Register.Value.Names.GetValueOrDefault(code) ?? code.Value;

    /// <summary>Name and code, such as <c>Kandahar (AF-KAN)</c>.</summary>
    public static string Describe(PlaceCode code) => IsKnown(code) ? $"{Name(code)} ({code})" : code.Value;

    /// <summary>The country of a code, or of the country that a subdivision lies in; <c>null</c> when ISO 3166-1 has none.</summary>
    public static Country? CountryOf(PlaceCode code) => Register.Value.ByCode.GetValueOrDefault(code.Country);

    /// <summary>The first-level subdivisions of a country; empty outside the nine.</summary>
    public static ImmutableArray<Subdivision> SubdivisionsOf(PlaceCode country) =>
        PriorityCountries.Contains(country) ? Register.Value.ByCountry[country] : [];

    internal static bool IsCity(PlaceCode code) => Register.Value.Cities.Contains(code);

    private sealed record PlaceRegister(
        ImmutableArray<Country> Countries,
        ImmutableArray<Subdivision> Subdivisions,
        FrozenDictionary<PlaceCode, Country> ByCode,
        FrozenDictionary<PlaceCode, string> Names,
        FrozenDictionary<PlaceCode, ImmutableArray<Subdivision>> ByCountry,
        FrozenSet<PlaceCode> Cities,
        PlaceLexicon Lexicon)
    {
        public static PlaceRegister Load()
        {
            var countries = Table.Read("countries.tsv", row => new Country(
                PlaceCode.Parse(row["code"]),
                row["iso3"],
                row["m49"].Length == 0 ? null : int.Parse(row["m49"], CultureInfo.InvariantCulture),
                row["en"],
                row["fr"],
                row["es"],
                row["ru"],
                row.List("adjectives"),
                row.List("other")));
            var subdivisions = Table.Read("subdivisions.tsv", row => new Subdivision(
                PlaceCode.Parse(row["code"]),
                row["name"],
                row["kind"] == "city",
                row.List("other"),
                row.List("towns")));

            var names = countries.Select(country => KeyValuePair.Create(country.Code, country.Name))
                .Concat(subdivisions.Select(subdivision => KeyValuePair.Create(subdivision.Code, subdivision.Name)))
                .ToFrozenDictionary();
            return new PlaceRegister(
                countries,
                subdivisions,
                countries.ToFrozenDictionary(country => country.Code),
                names,
                subdivisions.GroupBy(subdivision => subdivision.Code.Country).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray()),
                subdivisions.Where(subdivision => subdivision.IsCity).Select(subdivision => subdivision.Code).ToFrozenSet(),
                new PlaceLexicon(countries, subdivisions));
        }
    }
}
