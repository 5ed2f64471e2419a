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
/// (written <c>XM-DAC-…</c>). Other names were gathered by hand.
/// </remarks>
public static class Organisations
{
    private static readonly Lazy<(ImmutableArray<Organisation> All, FrozenDictionary<string, Organisation> ByKey, Lexicon<Organisation> Lexicon)> Register = new(Load);

    public static ImmutableArray<Organisation> All => Register.Value.All;

    /// <summary>The organisation of a <see cref="Organisation.Key"/>, in any case; <c>null</c> when it is not listed.</summary>
    public static Organisation? OfKey(string? key) => key is null ? null : Register.Value.ByKey.GetValueOrDefault(key.Trim());

    /// <summary>
    /// Reads an identifier or a name: <c>GB-GOV-1</c>, <c>UNODC</c>, <c>United Nations Office on Drugs and Crime (UNODC)</c>.
    /// </summary>
    public static VocabularyMatch<Organisation> Find(string? text)
    {
        var lexicon = Register.Value.Lexicon;
        var match = lexicon.Find(text);
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
            return new VocabularyMatch<Organisation>.Ambiguous(lexicon.Describe(candidates));

        // "Somebody (USAID)" may be Somebody, paid by USAID: only a name that comes first speaks for the whole.
        return parts[0].IsEmpty
            ? new VocabularyMatch<Organisation>.Unknown(lexicon.Describe(candidates[0]))
            : new VocabularyMatch<Organisation>.Found(candidates[0], Exact: known.Length == parts.Length);
    }

    /// <summary>
    /// Reads a reference and a name together, as IATI's participating organisation has them: a listed reference decides,
    /// and only without one the name is read.
    /// </summary>
    public static VocabularyMatch<Organisation> Find(string? reference, string? name) =>
        !string.IsNullOrWhiteSpace(reference) && OfReference(reference) is { } organisation
            ? new VocabularyMatch<Organisation>.Found(organisation)
            : Find(string.IsNullOrWhiteSpace(name) ? reference : name);

    private static Organisation? OfReference(string reference) =>
        Register.Value.Lexicon.Listed(Lexicon<Organisation>.KeyOf(reference)) is [var only] ? only : null;

    private static (ImmutableArray<Organisation> All, FrozenDictionary<string, Organisation> ByKey, Lexicon<Organisation> Lexicon) Load()
    {
        var all = Table.Read("organisations.tsv", row => new Organisation
        {
            Key = row["id"].Length > 0 ? row["id"] : "x-" + Folding.Fold(row["name"]).Replace(' ', '-'),
            Id = row["id"].Length > 0 ? row["id"] : null,
            Name = row["name"],
            Type = Enum.Parse<OrganisationType>(row["type"]),
            Country = PlaceCode.TryParse(row["country"], out var country) ? country : null,
            OtherNames = row.List("other"),
        });
        var spellings = all.SelectMany(organisation => organisation.OtherNames
            .Union([organisation.Key, organisation.Name])
            .Select(spelling => (spelling, organisation)));
        return (
            all,
            all.ToFrozenDictionary(organisation => organisation.Key, StringComparer.OrdinalIgnoreCase),
            Lexicon<Organisation>.Of(spellings, organisation => organisation.Id is { } id ? $"{organisation.Name} ({id})" : organisation.Name));
    }
}
