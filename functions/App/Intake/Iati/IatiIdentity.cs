using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>Reads what names an activity: its identifiers, its reporter, and the other activities that it names.</summary>
internal sealed class IatiIdentity(ProblemList problems, ExtrasDraft extras)
{
    private readonly List<string> _formerReporters = [];
    private IatiElement? _identifier;

    public OrganisationName? Reporter { get; private set; }

    public List<OtherIdentifier> OtherIdentifiers { get; } = [];

    public List<RelatedActivity> RelatedActivities { get; } = [];

    /// <summary>The identifier as written; null where there is none.</summary>
    public string? AsWritten => _identifier?.Text.Trim() is { Length: > 0 } text ? text : null;

    public void Identifier(IatiElement element) => _identifier = element;

    public void ReportingOrganisation(IatiElement element, OrganisationName? reporter)
    {
        Reporter = reporter;
        if (IatiValues.Flag(element["secondary-reporter"]) == true) extras.Add("reporting-org/secondary-reporter", "yes");
    }

    public void Other(IatiElement element)
    {
        // Version 1 had the identifier as text, and its owner in attributes.
        var reference = element.Trimmed("ref") ?? (PlainLine.Of(element.Text) is { Length: > 0 } text ? text : null);
        if (reference is null)
        {
            Owner(element, "");
            return;
        }

        problems.Add(IdentifierRules.Padding(element, "ref"));
        var type = element.Trimmed("type");
        if (type is not null && !IatiCodes.IsOtherIdentifierType(type))
            problems.Add(element.WarnOf("type", "iati.other-identifier-type-unknown", $"There is no type {Quote.Of(type)} of other identifiers; it is kept as written."));
        if (type == "B1") _formerReporters.Add(reference);
        OtherIdentifiers.Add(new OtherIdentifier(reference, type));
        Owner(element, reference);
    }

    /// <summary>Keeps whose identifier it is; version 1 had the owner in attributes.</summary>
    private void Owner(IatiElement element, string reference)
    {
        if (element.Child("owner-org") is { } owner)
        {
            if (IatiText.NameOrNull(owner) is null && owner.Trimmed("ref") is null)
                problems.Add(owner.Warn("iati.organisation-unnamed", "The owner of the other identifier has neither a name nor a reference."));
            else extras.Add("other-identifier/owner-org", Owned(ExtrasDraft.NameAndReference(owner)));
        }
        else if (element.Trimmed("owner-name") is { } name)
        {
            extras.Add("other-identifier/owner-org", Owned(name));
        }

        string Owned(string owner) => reference.Length == 0 ? owner : $"{reference}: {owner}";
    }

    public void Related(IatiElement element)
    {
        problems.Add(IdentifierRules.Padding(element, "ref"));
        if (element.Trimmed("ref") is not { } reference) return;
        if (IatiValues.Whole(element["type"]) is { } type and >= 1 and <= 5)
        {
            RelatedActivities.Add(new RelatedActivity(type, reference));
            return;
        }

        extras.Add(element);
        problems.Add(element.WarnOf("type", "iati.related-activity-type-unknown", $"There is no type {Quote.Of(element["type"])} of related activities; it is kept apart.", "1 parent, 2 child, 3 sibling, 4 co-funded, 5 third party."));
    }

    /// <summary>The project's reference; null, with an error, where there is none.</summary>
    public ProjectReference? Finish(IatiElement activity)
    {
        if (AsWritten is not { } text)
        {
            problems.Add((_identifier ?? activity).Refuse("reference.missing", "The activity has no identifier, by which a later file could update it. It is refused.",
                OtherIdentifiers is [{ } other, ..] ? $"Its other identifier is {Quote.Of(other.Reference)}: write your organisation's identifier, a hyphen and that number into iati-identifier." : null));
            return null;
        }

        var reference = ProjectReference.From(text);
        if (reference is null)
            problems.Add(_identifier!.Refuse("reference.too-long", $"The identifier {Quote.Of(text)} is longer than {ProjectReference.MaximumLength} characters, or has none that count. The activity is refused."));
        else
            problems.Add(IdentifierRules.Activity(_identifier!, Reporter?.Reference, _formerReporters));
        return reference;
    }
}
