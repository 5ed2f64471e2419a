using System.Collections.Immutable;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Partners;

/// <summary>A partner as a caller may see it: mail addresses and choices of mails are for the secretariat, the coordinators and the partner itself; identities for the secretariat.</summary>
internal sealed record PartnerView(string Id, string Name, string Kind, ImmutableArray<string> Countries, ImmutableArray<PersonView> People)
{
    public static PartnerView Of(Partner partner, Caller caller)
    {
        var mails = caller.Is(Role.Secretariat) || caller.Is(Role.Coordinator) || caller.Owns(partner.Id);
        var identities = caller.Is(Role.Secretariat);
        return new PartnerView(
            partner.Id.Value,
            partner.Name,
            partner.Kind == PartnerKind.Country ? "country" : "organisation",
            partner.Countries,
            [.. partner.People.Select(person => new PersonView(
                person.Name, RoleNames.Of(person.Role), mails ? person.Mail : null, person.Countries, person.Themes, identities ? person.Identity : null,
                mails && person.Duplicates is { } choice ? DuplicateMailNames.Of(choice) : null))]);
    }
}

internal sealed record PersonView(string Name, string Role, string? Mail, ImmutableArray<string> Countries, ImmutableArray<string> Themes, string? Identity, string? Duplicates);
