using System.Collections.Immutable;
using ParisPact.Domain.Partners;

namespace ParisPact.Functions.Partners;

/// <summary>The whole directory at a time, by id and by who signs in.</summary>
/// <param name="ByIdentity">By the name that the sign-in service gives; case does not matter. Of two who have the same the first counts.</param>
internal sealed record PartnerSnapshot(
    DateTimeOffset At,
    ImmutableArray<PartnerDirectory.Listed> All,
    IReadOnlyDictionary<PartnerId, PartnerDirectory.Listed> ById,
    IReadOnlyDictionary<string, (Partner Partner, Person Person)> ByIdentity)
{
    public static PartnerSnapshot Of(DateTimeOffset at, ImmutableArray<PartnerDirectory.Listed> all)
    {
        var identities = new Dictionary<string, (Partner, Person)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (partner, _) in all)
            foreach (var person in partner.People)
                if (person.Identity is { } identity) identities.TryAdd(identity, (partner, person));
        return new PartnerSnapshot(at, all, all.ToDictionary(listed => listed.Partner.Id), identities);
    }
}
