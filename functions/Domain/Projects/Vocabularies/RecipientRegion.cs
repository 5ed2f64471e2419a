using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>A region of the OECD DAC, which IATI activities name where no single country receives the aid.</summary>
/// <param name="Code">Such as <c>619</c>.</param>
/// <param name="Name">English name, without the list's ", regional".</param>
/// <param name="NameFr">French name.</param>
/// <param name="Countries">Which of the nine priority countries it holds; empty for a region elsewhere.</param>
/// <param name="OtherNames">Other spellings.</param>
/// <remarks>
/// Source: IATI codelist Region (region vocabulary 1, OECD DAC). What a region holds follows the DAC list of ODA recipients:
/// Central Asia is Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan; South Asia holds Afghanistan and Pakistan;
/// the Middle East holds the Islamic Republic of Iran. The Russian Federation is no recipient there; it is counted with Europe.
/// </remarks>
public sealed record RecipientRegion(
    string Code,
    string Name,
    string NameFr,
    ImmutableArray<PlaceCode> Countries,
    ImmutableArray<string> OtherNames);
