using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Partners;

namespace ParisPact.Functions.Duplicates;

/// <summary>Whom to bring together over two projects: the people of both partners who look after what the two have in common.</summary>
internal sealed class PairPeople(PartnerDirectory directory)
{
    public async Task<ImmutableArray<Contact>> OfAsync(ProjectRecord first, ProjectRecord second, CancellationToken cancellation)
    {
        var (countries, themes) = (first.Countries.Intersect(second.Countries).ToList(), first.Themes.Intersect(second.Themes).ToList());
        var people = ImmutableArray.CreateBuilder<Contact>();
        foreach (var partner in new[] { first.Partner, second.Partner })
            if (await directory.FindAsync(PartnerId.Parse(partner), cancellation) is { } known) people.AddRange(PeopleToMeet.Of(known, countries, themes));
        return people.ToImmutable();
    }
}
