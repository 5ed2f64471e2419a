using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Intake;

/// <summary>
/// The names of the partners in the directory, in any spelling: who is a partner is no unknown organisation. A country is known by all of its
/// names, with or without "Government of" before them.
/// </summary>
internal sealed class KnownNames(IEnumerable<Partner> partners)
{
    private readonly HashSet<string> _names =
        [.. partners.SelectMany(Names).Select(Folding.Fold).Where(static name => name.Length > 0)];

    private static IEnumerable<string> Names(Partner partner)
    {
        yield return partner.Name;
        yield return partner.Id.Value;
        if (partner.Kind != PartnerKind.Country) yield break;
        yield return $"Government of {partner.Name}";
        foreach (var code in partner.Countries)
        {
            if (!PlaceCode.TryParse(code, out var place) || Places.CountryOf(place) is not { } country) continue;
            foreach (var name in country.OtherNames.Union([country.Name, country.NameFr, country.NameEs, country.NameRu, country.Iso3]))
            {
                yield return name;
                yield return $"Government of {name}";
                yield return $"Government of the {name}";
            }
        }
    }

    /// <summary>Without the problems that the directory answers.</summary>
    public RecordRead Settle(RecordRead record) => record.Problems.Any(IsAnswered)
        ? record with { Problems = record.Problems.RemoveAll(IsAnswered) }
        : record;

    private bool IsAnswered(Problem problem) =>
        problem is { Rule: "organisation.unknown", Severity: Severity.Warning, Subject: { } name } && _names.Contains(Folding.Fold(name));
}
