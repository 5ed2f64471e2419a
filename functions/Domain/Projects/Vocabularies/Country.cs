using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>A country or territory of ISO 3166-1.</summary>
/// <param name="Code">Alpha-2, such as <c>AF</c>.</param>
/// <param name="Iso3">Alpha-3, such as <c>AFG</c>.</param>
/// <param name="M49">The number that the UN Statistics Division gives it, 4 for Afghanistan; <c>null</c> where it gives none.</param>
/// <param name="Name">English name for display.</param>
/// <param name="NameFr">French name.</param>
/// <param name="NameEs">Spanish name.</param>
/// <param name="NameRu">Russian name.</param>
/// <param name="Adjectives">English adjectives, such as <c>Afghan</c>, for the countries whose offices files name by them.</param>
/// <param name="OtherNames">Formal names and other spellings, in any language.</param>
/// <remarks>Source: ISO 3166-1 and UN M49, in the edition of the public-domain list "country-codes" of datasets/country-codes.</remarks>
public sealed record Country(
    PlaceCode Code,
    string Iso3,
    int? M49,
    string Name,
    string NameFr,
    string NameEs,
    string NameRu,
    ImmutableArray<string> Adjectives,
    ImmutableArray<string> OtherNames);
