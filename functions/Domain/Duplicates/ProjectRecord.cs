using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates;

/// <summary>What of a project is compared with others: kept between two nights, so that only what changed is read again.</summary>
/// <param name="Key">Tells it from all others; spells no reference.</param>
/// <param name="Partner">The partner's id.</param>
/// <param name="Id">The reference as in the project's address.</param>
/// <param name="Version">Of the record in the register that this was made from.</param>
/// <param name="ChangedAt">When that version was made.</param>
/// <param name="Stated">See <see cref="LeadCandidate.Stated"/>.</param>
/// <param name="Titles">In each language; at least one.</param>
/// <param name="Texts">Descriptions.</param>
/// <param name="Funders">Names by which everybody's spelling of an organisation is one, where it is listed.</param>
/// <param name="Implementers">As <paramref name="Funders"/>.</param>
/// <param name="Countries">ISO 3166-1 alpha-2.</param>
/// <param name="Provinces">ISO 3166-2.</param>
/// <param name="Themes">Thematic areas by id, declared or by sector.</param>
/// <param name="Sectors">DAC purposes and categories.</param>
/// <param name="Start">Actual, else planned.</param>
/// <param name="End">Actual, else planned.</param>
/// <param name="Usd">Its amount in US dollars; null where it has none over 0 that can be converted.</param>
/// <param name="Identifiers">Its own reference and its other identifiers, normalised.</param>
/// <param name="Declared">Normalised references of projects that it says it belongs with: parent, child or sibling.</param>
public sealed record ProjectRecord(
    string Key,
    string Partner,
    string Id,
    int Version,
    DateTimeOffset ChangedAt,
    int Stated,
    ImmutableArray<string> Titles,
    ImmutableArray<string> Texts,
    ImmutableArray<string> Funders,
    ImmutableArray<string> Implementers,
    ImmutableArray<string> Countries,
    ImmutableArray<string> Provinces,
    ImmutableArray<string> Themes,
    ImmutableArray<string> Sectors,
    DateOnly? Start,
    DateOnly? End,
    double? Usd,
    ImmutableArray<string> Identifiers,
    ImmutableArray<string> Declared);
