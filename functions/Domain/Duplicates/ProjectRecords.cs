using System.Collections.Immutable;
using ParisPact.Domain.Duplicates.Overlaps;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Duplicates;

/// <summary>Makes of a project what is compared. Long lists and texts are cut: what tells two projects apart stands at their beginning.</summary>
public static class ProjectRecords
{
    private const int LongestTitle = 1_000;
    private const int LongestText = 2_000;
    private const int MostValues = 50;

    /// <summary>A shorter identifier, or one without a digit, such as "n/a", is none.</summary>
    private const int ShortestIdentifier = 4;

    public static ProjectRecord Of(string key, Project project, int version, DateTimeOffset changedAt, MonthlyRates rates)
    {
        var places = project.Places.Where(static place => place.Code is { IsNone: false }).Select(static place => place.Code!.Value).ToList();
        var usd = UsdSum.Of(ProjectMoney.Of(project.Money).Amount.AsSpan(), rates).Usd;
        return new ProjectRecord(
            key,
            project.Partner.Value,
            project.Reference.Id,
            version,
            changedAt,
            LeadRecord.Stated(project),
            Few(project.Titles.Select(static title => Cut(title.Text, LongestTitle))),
            Few(project.Descriptions.SelectMany(static description => description.Narratives).Select(static narrative => Cut(narrative.Text, LongestText)).Take(6)),
            Organisations(project, OrganisationRole.Funding),
            Organisations(project, OrganisationRole.Implementing),
            Few(places.Select(static place => place.Country.Value)),
            Few(places.Where(static place => !place.IsCountry).Select(static place => place.Value)),
            Few(FacetShares.Of(project, Facet.Theme).Select(static share => share.Value).Where(static theme => Themes.OfId(theme) is not null)),
            Few(project.Sectors.Where(static sector => sector.Vocabulary is "1" or "2").Select(static sector => sector.Code.Trim())),
            project.Dates.Start,
            project.Dates.End,
            usd > 0 ? (double)usd : null,
            Few(project.OtherIdentifiers.Select(static other => other.Reference).Prepend(project.Reference.AsWritten).Select(Normalised).OfType<string>()),
            Few(project.Related.Where(static related => related.Type is 1 or 2 or 3).Select(static related => Normalised(related.Reference)).OfType<string>()));
    }

    public static OverlapSubject Subject(ProjectRecord record) => new(
        record.Key,
        record.Partner,
        record.Provinces,
        record.Themes,
        [.. record.Sectors.Where(static sector => sector.Length == 5)],
        record.Start,
        record.End,
        [.. record.Titles.SelectMany(static title => SearchWords.Of(title)).Where(static word => word.Length > 2).Distinct(StringComparer.Ordinal)]);

    /// <summary>Whether one of two projects says that it belongs with the other.</summary>
    public static bool IsDeclared(ProjectRecord one, ProjectRecord other) => one.Declared.Any(other.Identifiers.Contains) || other.Declared.Any(one.Identifiers.Contains);

    private static ImmutableArray<string> Organisations(Project project, OrganisationRole role) => Few(project.Organisations
        .Where(participation => participation.Role == role)
        .Select(static participation => Name(participation.Organisation))
        .Where(static name => name.Length > 0));

    /// <summary>The listed name where the organisation is one that we know, so that names in two languages are one.</summary>
    private static string Name(OrganisationName organisation)
    {
        var (key, name) = Donors.Of(organisation);
        if (key == FacetShare.None) return "";
        return Projects.Vocabularies.Organisations.OfKey(key)?.Name ?? name ?? key;
    }

    private static string? Normalised(string reference) =>
        ProjectReference.From(reference)?.Normalised is { Length: >= ShortestIdentifier } normalised && normalised.Any(char.IsDigit) ? normalised : null;

    private static ImmutableArray<string> Few(IEnumerable<string> values) => [.. values.Distinct(StringComparer.Ordinal).Take(MostValues)];

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
