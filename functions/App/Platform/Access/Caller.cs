using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Partners;

namespace ParisPact.Functions.Platform.Access;

/// <summary>Who asks, as far as it matters here.</summary>
/// <param name="Id">The object id of a person or the client id of a system, as the token names it.</param>
/// <param name="Name">For records and receipts; the id where the token gives no name.</param>
/// <param name="Roles">From the token; empty for somebody who may do nothing.</param>
/// <param name="Partner">Whom the caller reports for; null for who belongs to none.</param>
/// <param name="Countries">ISO alpha-2: whose partners' records a focal point may enter.</param>
/// <param name="Themes">What the caller looks after; empty for all.</param>
internal sealed record Caller(
    string Id,
    string Name,
    IReadOnlySet<Role> Roles,
    PartnerId? Partner,
    ImmutableArray<string> Countries,
    ImmutableArray<string> Themes)
{
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Whether these are the caller's own records.</summary>
    public bool Owns(PartnerId partner) => Is(Role.Partner) && Partner == partner;

    /// <summary>How the caller may write records of a partner.</summary>
    public Writing MayWriteFor(Partner partner)
    {
        if (Owns(partner.Id)) return Writing.Own;
        if (Is(Role.Secretariat)) return Writing.OnBehalf;
        return Is(Role.FocalPoint) && partner.Countries.Any(country => Countries.Contains(country)) ? Writing.OnBehalf : Writing.No;
    }

    /// <summary>Whether the caller may read a partner's uploads and receipts, which may hold what the register does not.</summary>
    public bool MayReadUploadsOf(PartnerId id, Partner? partner) =>
        Owns(id) || Is(Role.Secretariat) || Is(Role.Coordinator)
        || (Is(Role.FocalPoint) && partner is not null && partner.Countries.Any(country => Countries.Contains(country)));

    /// <exception cref="InvalidOperationException">The function is one that answers without a token.</exception>
    public static Caller Of(HttpRequest request) =>
        request.HttpContext.Items[typeof(Caller)] as Caller ?? throw new InvalidOperationException("Nobody signed in to this request.");
}
