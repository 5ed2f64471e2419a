using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Domain.Rainbow;

namespace ParisPact.Domain.Projects.Lookup;

/// <summary>How a project divides among the values of each facet.</summary>
public static class FacetShares
{
    public static ImmutableArray<FacetShare> Of(Project project, Facet facet) => facet switch
    {
        Facet.Location => PlaceShares.Of(project.Places),
        Facet.Theme => OfThemes(project),
        Facet.Donor => OfDonors(project),
        Facet.Status => [Whole(project.Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : FacetShare.None)],
        Facet.Partner => [Whole(project.Partner.Value)],
        Facet.Paper => OfPapers(project),
        Facet.Sector => OfSectors(project),
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    /// <summary>The themes that the partner declared; where it declared none that we know, those of its sectors, in equal parts and marked as assumed.</summary>
    private static ImmutableArray<FacetShare> OfThemes(Project project)
    {
        if (project.Themes.Any(theme => theme.Theme is not null))
            return Shares.Of([.. project.Themes.Select(theme => new ShareStated(theme.Theme ?? FacetShare.None, theme.Percentage))]);
        var parts = new List<ShareStated>();
        foreach (var sector in OfSectors(project))
        {
            var themes = Themes.SharesOfSector(sector.Value);
            if (themes.IsEmpty) parts.Add(new ShareStated(FacetShare.None, sector.Percentage));
            parts.AddRange(themes.Select(theme => new ShareStated(theme.Theme.Id, sector.Percentage * theme.Percentage / 100m, Assumed: true)));
        }

        return Shares.Of(parts);
    }

    /// <summary>The sectors of one vocabulary, because each of them divides the whole anew: DAC purposes, else DAC categories, else the first other one.</summary>
    private static ImmutableArray<FacetShare> OfSectors(Project project)
    {
        if (project.Sectors.IsEmpty) return Shares.Of([]);
        var vocabulary = project.Sectors.Any(sector => sector.Vocabulary == "1") ? "1"
            : project.Sectors.Any(sector => sector.Vocabulary == "2") ? "2"
            : project.Sectors[0].Vocabulary;
        return Shares.Of([.. project.Sectors
            .Where(sector => sector.Vocabulary == vocabulary)
            .Select(sector => Sectors.OfCode(sector.Code) is { } known && vocabulary is "1" or "2"
                ? new ShareStated(sector.Code.Trim(), sector.Percentage)
                : new ShareStated($"{vocabulary}:{sector.Code.Trim()}", sector.Percentage, Name: sector.Name ?? sector.Code))]);
    }

    /// <summary>The organisations that fund it, in equal parts: neither IATI nor our template divides a project among its donors.</summary>
    private static ImmutableArray<FacetShare> OfDonors(Project project) => Shares.Of([.. project.Organisations
        .Where(participation => participation.Role == OrganisationRole.Funding)
        .Select(participation => Donors.Of(participation.Organisation))
        .Select(donor => new ShareStated(donor.Key, null, Name: donor.Name))]);

    /// <summary>The papers that the partner declared; where it declared none, those that its themes serve in the countries where it works, marked as assumed.</summary>
    private static ImmutableArray<FacetShare> OfPapers(Project project)
    {
        var declared = project.Papers.Where(paper => Papers.OfId(paper) is not null).ToList();
        if (declared.Count > 0) return Shares.Of([.. declared.Select(paper => new ShareStated(paper, null))]);
        var countries = project.Places.Where(place => place.Code is { IsNone: false }).Select(place => place.Code!.Value.Country).ToHashSet();
        return Shares.Of([.. OfThemes(project)
            .SelectMany(theme => Themes.OfId(theme.Value)?.Papers ?? [])
            .Where(paper => paper.Areas.Any(countries.Contains))
            .Select(paper => new ShareStated(paper.Id, null))]);
    }

    private static FacetShare Whole(string value) => new(value, FacetShare.Whole, false);
}
