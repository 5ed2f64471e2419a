using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>The words around a place's name that say what kind of place it is, in the languages of the area and of its partners.</summary>
internal static class PlaceWords
{
    public enum Kind
    {
        None,
        Region,
        City,
    }

    private static readonly FrozenDictionary<string, Kind> Words = Of(
        Kind.Region,
        "province", "provinces", "prov", "provincial", "region", "regions", "regional", "oblast", "oblasts", "oblasty", "oblystary", "oblysy", "oblys", "obl", "oblusu", "dubany",
        "viloyat", "viloyati", "vilayat", "vilayati", "vilayet", "velayat", "velayaty", "welayat", "welayaty", "wilayat", "wilaya", "veloyati",
        "ostan", "ostane", "krai", "kray", "kraj", "okrug", "republic", "respublika", "respublikasi", "territory", "governorate", "state", "administrative",
        "kr", "rf", "rt", "ruz",
        "provincia", "provincie", "provinz", "estado", "territoire", "republique", "republica", "departement", "departamento",
        "область", "обл", "край", "вилоят", "вилояти", "велаят", "велаяты", "вилаят", "вилайет", "провинция", "республика", "республики", "области", "края", "регион", "облысы", "облусу", "облусу",
        "ولایت", "استان", "صوبہ", "محافظة")
        .Concat(Of(
            Kind.City,
            "city", "town", "municipality", "capital", "ville", "ciudad", "gorod", "g", "shahri", "shahr", "shaari", "shaary", "qalasy", "kalasy", "sahari", "sheher",
            "город", "г", "шахри", "шаҳри", "шаары", "қаласы", "شهر"))
        .DistinctBy(word => word.Key)
        .ToFrozenDictionary(word => word.Key, word => word.Value);

    private static readonly FrozenSet<string> Fillers =
        new[] { "of", "the", "de", "la", "le", "du", "d", "del", "in", "area", "entire", "whole", "all" }.ToFrozenSet();

    private static readonly FrozenSet<string> WholeCountry = new[]
    {
        "Nationwide", "Nation-wide", "Countrywide", "Country-wide", "National", "National level", "Nationally", "Whole country", "Entire country",
        "All provinces", "All regions", "All oblasts", "Throughout the country", "Across the country", "Country level", "Whole territory", "All country",
        "National coverage", "Pays entier", "Tout le pays", "Niveau national", "Toutes les provinces", "Ensemble du pays", "Échelle nationale",
        "Todo el país", "Nivel nacional", "A nivel nacional", "Todas las provincias", "Nacional",
        "Вся страна", "По всей стране", "Все регионы", "Все области", "Республиканский уровень", "Национальный уровень", "Вся территория",
    }.Select(Folding.Fold).ToFrozenSet();

    /// <summary>True for a folded text that says "the whole of the country", without saying which.</summary>
    public static bool MeansWholeCountry(string key) => WholeCountry.Contains(key);

    /// <summary>
    /// Takes the words for a kind of place, and the "of" beside them, off both ends of a folded text.
    /// <see cref="Kind.None"/> and the text itself when there are none, or when nothing would be left.
    /// </summary>
    public static (string Bare, Kind Kind) Strip(string key)
    {
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (from, to, kind) = (0, words.Length, Kind.None);
        while (from < to - 1 && (Words.ContainsKey(words[from]) || Fillers.Contains(words[from])))
            kind = Stronger(kind, words[from++]);
        while (to - 1 > from && Words.ContainsKey(words[to - 1]))
            kind = Stronger(kind, words[--to]);
        return kind == Kind.None ? (key, kind) : (string.Join(' ', words[from..to]), kind);
    }

    // "Tashkent city, capital region": the word nearest to the name is read last on each side, and counts.
    private static Kind Stronger(Kind before, string word) => Words.GetValueOrDefault(word, before);

    private static IEnumerable<KeyValuePair<string, Kind>> Of(Kind kind, params ImmutableArray<string> words) =>
        words.Select(word => KeyValuePair.Create(Folding.Fold(word), kind));
}
