using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>
/// Organisations that turn up in assistance to the nine countries: donors, bodies of the United Nations, development banks,
/// regional bodies, large non-governmental organisations, and the countries' own ministries and agencies.
/// The list is an aid to spelling, not a gate: an organisation that it lacks is kept as written.
/// </summary>
/// <remarks>
/// Source of identifiers: the IATI registry's publishers, IATI codelist OrganisationIdentifier, and the OECD DAC's channel codes
/// (written <c>XM-DAC-…</c>). Other names were gathered by hand. Of the old codes <c>US-2</c> and up none is listed, because the
/// codelist and the files of the United States give them to different departments.
/// </remarks>
public static class Organisations
{
    private const int LongestAbbreviation = 6;

    private static readonly Lazy<(ImmutableArray<Organisation> All, FrozenDictionary<string, Organisation> ByKey, Lexicon<Organisation> Lexicon)> Register = new(Load);

    public static ImmutableArray<Organisation> All => Register.Value.All;

    /// <summary>The organisation of a <see cref="Organisation.Key"/>, in any case; <c>null</c> when it is not listed.</summary>
    public static Organisation? OfKey(string? key) => key is null ? null : Register.Value.ByKey.GetValueOrDefault(key.Trim());

    /// <summary>
    /// Reads an identifier or a name: <c>GB-GOV-1</c>, <c>UNODC</c>, <c>United Nations Office on Drugs and Crime (UNODC)</c>,
    /// <c>Ministry of Justice of Tajikistan</c>. The name of a country means its government.
    /// </summary>
    /// <param name="text">Any text, or <c>null</c>.</param>
    /// <param name="country">The country of the project, where it is known: it settles titles such as <c>Ministry of Interior</c>.</param>
    public static VocabularyMatch<Organisation> Find(string? text, PlaceCode? country = null)
    {
        var lexicon = Register.Value.Lexicon;
        var match = lexicon.Find(text);

        // One letter makes another abbreviation, so a slip in one is no ground for a suggestion.
        if (match is VocabularyMatch<Organisation>.Unknown && text?.Trim().Length <= LongestAbbreviation)
            return new VocabularyMatch<Organisation>.Unknown();
        if (match is VocabularyMatch<Organisation>.Ambiguous several)
            return InCountry(several, country);
        if (match is not VocabularyMatch<Organisation>.Unknown || text is null || text.Length > Lexicon<Organisation>.LongestText)
            return match;

        // "Name (ABBREVIATION)" and "ABBREVIATION - Name" hold the same organisation twice; two different ones are not guessed between.
        var parts = OrganisationText.PartsOf(text).Select(part => lexicon.Listed(Folding.Fold(part))).ToImmutableArray();
        var known = parts.Where(part => !part.IsEmpty).ToImmutableArray();
        if (known.IsEmpty)
            return match;
        var common = known.Aggregate((left, right) => [.. left.Intersect(right)]);
        var candidates = common.IsEmpty ? [.. known.SelectMany(part => part).Distinct()] : common;
        if (candidates.Length > 1)
            return InCountry(new VocabularyMatch<Organisation>.Ambiguous(lexicon.Describe(candidates)), country);

        // "Somebody (USAID)" may be Somebody, paid by USAID: only a name that comes first speaks for the whole.
        return parts[0].IsEmpty
            ? new VocabularyMatch<Organisation>.Unknown(lexicon.Describe(candidates[0]))
            : new VocabularyMatch<Organisation>.Found(candidates[0], Exact: known.Length == parts.Length);
    }

    /// <summary>
    /// Reads a reference and a name together, as IATI's participating organisation has them: a listed reference decides,
    /// and only without one the name is read.
    /// </summary>
    public static VocabularyMatch<Organisation> FindByReferenceOrName(string? reference, string? name, PlaceCode? country = null) =>
        !string.IsNullOrWhiteSpace(reference) && OfReference(reference) is { } organisation
            ? new VocabularyMatch<Organisation>.Found(organisation)
            : Find(string.IsNullOrWhiteSpace(name) ? reference : name, country);

    private static VocabularyMatch<Organisation> InCountry(VocabularyMatch<Organisation>.Ambiguous several, PlaceCode? country) =>
        country is { IsNone: false } place && several.Candidates.Where(candidate => candidate.Value.Country == place.Country).ToList() is [var only]
            ? new VocabularyMatch<Organisation>.Found(only.Value)
            : several;

    private static Organisation? OfReference(string reference) =>
        Register.Value.Lexicon.Listed(Lexicon<Organisation>.KeyOf(reference)) is [var only] ? only : null;

    private static (ImmutableArray<Organisation> All, FrozenDictionary<string, Organisation> ByKey, Lexicon<Organisation> Lexicon) Load()
    {
        var rows = Table.Read("organisations.tsv", row => (Titles: row.List("titles"), Organisation: new Organisation
        {
            Key = row["id"].Length > 0 ? row["id"] : "x-" + Folding.Fold(row["name"]).Replace(' ', '-'),
            Id = row["id"].Length > 0 ? row["id"] : null,
            Name = row["name"],
            Type = Enum.Parse<OrganisationType>(row["type"]),
            Country = PlaceCode.TryParse(row["country"], out var country) ? country : null,
            OtherNames = row.List("other"),
        }));
        var all = rows.Select(row => row.Organisation).ToImmutableArray();
        var spellings = all.SelectMany(organisation => organisation.OtherNames
            .Union([organisation.Key, organisation.Name])
            .Select(spelling => (spelling, organisation)));
        var offices = rows
            .Where(row => !row.Titles.IsEmpty)
            .SelectMany(row => OfficeSpellings.Of(row.Titles, Places.CountryOf(row.Organisation.Country!.Value)!)
                .Select(spelling => (spelling, row.Organisation)));
        return (
            all,
            all.ToFrozenDictionary(organisation => organisation.Key, StringComparer.OrdinalIgnoreCase),
            Lexicon<Organisation>.Of(spellings, organisation => organisation.Id is { } id ? $"{organisation.Name} ({id})" : organisation.Name, offices));
    }
}
