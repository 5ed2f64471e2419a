using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>Reads organisations: their name, reference and type, with the reference found by the name where the file gives none.</summary>
internal sealed class OrganisationReading
{
    private const int MostRemembered = 5_000;

    private readonly Dictionary<string, VocabularyMatch<Organisation>> _found = new(StringComparer.Ordinal);

    /// <summary>Null where neither a name nor a reference is given.</summary>
    public OrganisationName? Read(IatiElement element, ProblemList problems)
    {
        problems.Add(IdentifierRules.Padding(element, "ref"));
        var name = IatiText.Name(element);
        var reference = element.Trimmed("ref");
        if (name.Length == 0 && reference is null) return null;
        return new OrganisationName(name, reference ?? ReferenceOf(element, name, problems), TypeOf(element, problems));
    }

    private string? ReferenceOf(IatiElement element, string name, ProblemList problems)
    {
        if (element.SaysNothingOf("ref")) return null;
        if (!_found.TryGetValue(name, out var match))
        {
            if (_found.Count >= MostRemembered) _found.Clear();
            _found[name] = match = Organisations.Find(name);
        }

        if (match is VocabularyMatch<Organisation>.Found { Exact: true } found) return found.Value.Id;
        if (match.DidYouMean is { } suggestion)
            problems.Add(element.Warn("organisation.unknown", $"The organisation {Quote.Of(name)} has no reference, and no organisation is listed under exactly this name. It is kept as written.", $"Did you mean {suggestion}? Give its identifier in the attribute ref.") with { Subject = name });
        return null;
    }

    private static int? TypeOf(IatiElement element, ProblemList problems)
    {
        if (element.Trimmed("type") is not { } text) return null;
        if (IatiValues.Whole(text) is { } code && Enum.IsDefined((OrganisationType)code)) return code;
        var match = OrganisationTypes.Find(text);
        if (match.TryGet(out var type)) return (int)type;
        problems.Add(element.WarnOf("type", "organisation.type-unknown", $"There is no type of organisation {Quote.Of(text)}; it is left out.", match.DidYouMean is { } meant ? $"Did you mean {meant}?" : null));
        return null;
    }
}
