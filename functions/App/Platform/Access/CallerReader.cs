using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Partners;

namespace ParisPact.Functions.Platform.Access;

/// <summary>
/// Makes a caller of a valid token. Roles come from the token; the partner, the countries and the themes from the directory by the
/// token's <c>oid</c> or <c>azp</c>, except from the local runtime's tokens, which carry them.
/// </summary>
internal sealed class CallerReader(IOptions<Settings> settings, PartnerDirectory directory)
{
    public async Task<Caller> ReadAsync(ClaimsIdentity identity)
    {
        var roles = identity.FindAll("roles")
            .Select(claim => RoleNames.TryParse(claim.Value, out var role) ? role : default)
            .Where(role => role != default).ToHashSet();
        var id = First(identity, "oid", "azp", "appid", "sub") ?? "unknown";
        var name = First(identity, "name", "preferred_username") ?? id;
        return settings.Value.Access.PartnerFromClaims
            ? new Caller(id, name, roles, PartnerOf(identity), CountriesOf(identity), ThemesOf(identity))
            : await FromDirectory(id, name, roles);
    }

    /// <summary>A role that the directory does not know of this person counts only where it needs no partner.</summary>
    private async Task<Caller> FromDirectory(string id, string name, HashSet<Role> roles)
    {
        var found = await directory.FindByIdentityAsync(id);
        if (found is not var (partner, person)) return new Caller(id, name, roles, null, [], []);
        var countries = person.Countries.IsEmpty ? partner.Countries : person.Countries;
        return new Caller(id, person.Name, roles, partner.Id, countries, person.Themes);
    }

    private static PartnerId? PartnerOf(ClaimsIdentity identity) =>
        PartnerId.TryParse(identity.FindFirst("partner")?.Value, out var partner) ? partner : null;

    private static ImmutableArray<string> CountriesOf(ClaimsIdentity identity) =>
        [.. identity.FindAll("country").SelectMany(claim => Listed(claim.Value)).Select(code => code.ToUpperInvariant())];

    private static ImmutableArray<string> ThemesOf(ClaimsIdentity identity) => [.. identity.FindAll("themes").SelectMany(claim => Listed(claim.Value))];

    private static string[] Listed(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? First(ClaimsIdentity identity, params ReadOnlySpan<string> types)
    {
        foreach (var type in types)
            if (identity.FindFirst(type)?.Value is { Length: > 0 } value) return value;
        return null;
    }
}
