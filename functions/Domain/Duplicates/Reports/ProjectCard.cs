using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>One project as a report shows it beside another: in words, nothing to be looked up.</summary>
/// <param name="PartnerName">As the directory has it.</param>
/// <param name="Reference">As the partner writes it.</param>
/// <param name="Titles">In each language; the first is the one that is shown. At least one, which may be empty.</param>
/// <param name="Description">The beginning of the first description, 600 characters at the most; null where there is none.</param>
/// <param name="Status">In words; null where the partner said nothing.</param>
/// <param name="Start">Actual, else planned.</param>
/// <param name="End">Actual, else planned.</param>
/// <param name="Organisations">With their roles, such as ("Funding", "Norland Agency").</param>
/// <param name="Places">Names with percentages where stated, such as "Kandahar, Afghanistan (60%)".</param>
/// <param name="Sectors">Sectors and thematic areas by name.</param>
/// <param name="Countries">Of its places, ISO 3166-1 alpha-2 in upper case, each once: whose coordinators are told.</param>
/// <param name="Themes">Its thematic areas by id, each once.</param>
/// <param name="Usd">Its amount in US dollars by the month's rates; null where it has none that can be converted.</param>
/// <param name="Amounts">As the partner states them, such as "EUR 900,000".</param>
/// <param name="Identifiers">Other identifiers and the references of related activities.</param>
/// <param name="Website">Absolute http or https; null where there is none.</param>
/// <param name="Version">The version of the record that this shows.</param>
/// <param name="Withdrawn">The partner has taken the project back since.</param>
public sealed record ProjectCard(
    ProjectIdentity Identity,
    string PartnerName,
    string Reference,
    ImmutableArray<string> Titles,
    string? Description,
    string? Status,
    DateOnly? Start,
    DateOnly? End,
    ImmutableArray<(string Role, string Name)> Organisations,
    ImmutableArray<string> Places,
    ImmutableArray<string> Sectors,
    ImmutableArray<string> Countries,
    ImmutableArray<string> Themes,
    decimal? Usd,
    ImmutableArray<string> Amounts,
    ImmutableArray<string> Identifiers,
    string? Website,
    int Version,
    bool Withdrawn = false);
