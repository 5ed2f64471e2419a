using System.Collections.Immutable;
using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>A project beside another in the JSON contract.</summary>
/// <param name="Id">As in the project's address, <c>projects/{partner}/{id}</c>.</param>
internal sealed record CardView(
    string Partner,
    string Id,
    string PartnerName,
    string Reference,
    ImmutableArray<string> Titles,
    string? Description,
    string? Status,
    DateOnly? Start,
    DateOnly? End,
    ImmutableArray<OrganisationView> Organisations,
    ImmutableArray<string> Places,
    ImmutableArray<string> Sectors,
    ImmutableArray<string> Countries,
    ImmutableArray<string> Themes,
    decimal? Usd,
    ImmutableArray<string> Amounts,
    ImmutableArray<string> Identifiers,
    string? Website,
    int Version,
    bool Withdrawn)
{
    public static CardView Of(ProjectCard card) => new(
        card.Identity.Partner.Value,
        card.Identity.Id,
        card.PartnerName,
        card.Reference,
        card.Titles,
        card.Description,
        card.Status,
        card.Start,
        card.End,
        [.. card.Organisations.Select(static organisation => new OrganisationView(organisation.Role, organisation.Name))],
        card.Places,
        card.Sectors,
        card.Countries,
        card.Themes,
        card.Usd,
        card.Amounts,
        card.Identifiers,
        card.Website,
        card.Version,
        card.Withdrawn);
}

/// <summary>A participating organisation in the JSON contract.</summary>
internal sealed record OrganisationView(string Role, string Name);
