using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>A first-level subdivision of a country, by ISO 3166-2.</summary>
/// <param name="Code">Such as <c>AF-KAN</c>.</param>
/// <param name="Name">English name for display, such as <c>Kandahar</c>.</param>
/// <param name="IsCity">True for a city that ranks with the provinces, such as Bishkek: where it shares its name with the region around it, the word "city" or "region" in a text tells them apart.</param>
/// <param name="OtherSpellings">P-codes, withdrawn ISO codes, native names, transliterations, and misspellings met in files.</param>
/// <param name="Towns">Towns and border crossings that lie in it, where files name them in place of the subdivision; far from all.</param>
/// <remarks>
/// Source: ISO 3166-2 (Iran by the codes of 2020, Kazakhstan by those of 2022), and the p-codes of OCHA's common operational datasets.
/// The names in Cyrillic and in Arabic script are those in official use.
/// </remarks>
public sealed record Subdivision(
    PlaceCode Code,
    string Name,
    bool IsCity,
    ImmutableArray<string> OtherSpellings,
    ImmutableArray<string> Towns);
