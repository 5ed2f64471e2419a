using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>Makes the card of a project.</summary>
public static class ProjectCards
{
    private const int LongestDescription = 600;

    /// <summary>Of any list on a card: what two people look at together.</summary>
    private const int Most = 30;

    public static ProjectCard Of(Project project, string partnerName, int version, bool withdrawn, MonthlyRates rates)
    {
        var money = ProjectMoney.Of(project.Money);
        var usd = UsdSum.Of(money.Amount.AsSpan(), rates).Usd;
        var description = project.Descriptions.SelectMany(static one => one.Narratives).FirstOrDefault()?.Text;
        return new ProjectCard(
            ProjectIdentity.Of(project),
            partnerName,
            project.Reference.AsWritten,
            [.. project.Titles.Select(static title => title.Text).Distinct(StringComparer.Ordinal).Take(Most)],
            description is null ? null : ShortText.Of(description, LongestDescription),
            project.Status is { } status ? ActivityStatuses.Name(status) : null,
            project.Dates.Start,
            project.Dates.End,
            [.. project.Organisations.Select(static one => (OrganisationRoles.Name(one.Role), NameOf(one.Organisation))).Where(static one => one.Item2.Length > 0).Distinct().Take(Most)],
            [.. project.Places.Select(static place => NameOf(place) + Percent(place.Percentage)).Distinct(StringComparer.Ordinal).Take(Most)],
            [.. project.Sectors.Select(static sector => NameOf(sector) + Percent(sector.Percentage)).Concat(FacetShares.Of(project, Facet.Theme).Where(static share => Themes.OfId(share.Value) is not null).Select(static share => Themes.Name(share.Value))).Distinct(StringComparer.Ordinal).Take(Most)],
            [.. project.Places.Where(static place => place.Code is { IsNone: false }).Select(static place => place.Code!.Value.Country.Value).Distinct(StringComparer.Ordinal)],
            [.. FacetShares.Of(project, Facet.Theme).Select(static share => share.Value).Where(static theme => Themes.OfId(theme) is not null).Distinct(StringComparer.Ordinal)],
            usd > 0 ? Math.Round(usd, 2) : null,
            [.. money.Amount.GroupBy(static amount => amount.Currency).Select(static group => string.Create(CultureInfo.InvariantCulture, $"{(group.Key.Length == 0 ? "no currency" : group.Key)} {group.Sum(static amount => amount.Amount):#,0.##}")).Take(Most)],
            [.. project.OtherIdentifiers.Select(static other => other.Reference).Concat(project.Related.Select(static related => related.Reference)).Distinct(StringComparer.Ordinal).Take(Most)],
            project.Website,
            version,
            withdrawn);
    }

    private static string NameOf(OrganisationName organisation)
    {
        var (key, name) = Donors.Of(organisation);
        return key == FacetShare.None ? "" : Organisations.OfKey(key)?.Name ?? name ?? key;
    }

    private static string NameOf(PlaceShare place)
    {
        if (place.Code is not { IsNone: false } code) return place.Name ?? place.AsWritten;
        return code.IsCountry ? Places.Name(code) : $"{Places.Name(code)}, {Places.Name(code.Country)}";
    }

    private static string NameOf(SectorShare sector) => sector.Vocabulary is "1" or "2" && Sectors.OfCode(sector.Code) is { } known ? $"{known.Name} ({sector.Code.Trim()})" : sector.Name ?? sector.Code;

    private static string Percent(decimal? percentage) => percentage is { } part ? string.Create(CultureInfo.InvariantCulture, $" ({part:0.##}%)") : "";
}
