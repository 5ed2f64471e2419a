using System.Collections.Immutable;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>What the reader knows of the file while it reads activities.</summary>
/// <param name="IsVersion1">The file is of version 1.0x.</param>
/// <param name="IsWatched">The file is held against its schema, which then says what is missing.</param>
internal sealed record IatiFile(ReadingContext Context, bool IsVersion1, bool IsWatched, PlaceLookup Places, OrganisationReading Organisations);

/// <summary>One activity on its way to become a project: takes the activity's children one by one.</summary>
internal sealed class ActivityDraft
{
    private readonly IatiElement _activity;
    private readonly IatiFile _file;
    private readonly ProblemList _problems = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly ExtrasDraft _extras = new();
    private readonly IatiIdentity _identity;
    private readonly IatiTexts _texts;
    private readonly IatiDates _dates;
    private readonly IatiPlaces _places;
    private readonly IatiSectors _sectors;
    private readonly IatiThemes _themes;
    private readonly IatiMoney _money;
    private readonly IatiLinks _links = new();
    private readonly List<Participation> _organisations = [];
    private ActivityStatus? _status;
    private TransactionCoverage _coverage;

    public ActivityDraft(IatiElement activity, IatiFile file)
    {
        (_activity, _file) = (activity, file);
        _identity = new IatiIdentity(_problems, _extras);
        _texts = new IatiTexts(activity, _problems, file.IsVersion1);
        _dates = new IatiDates(activity, file.Context.Today, _problems, _extras);
        _places = new IatiPlaces(file.Places, _problems);
        _sectors = new IatiSectors(_problems);
        _themes = new IatiThemes(_problems, _extras);
        _money = new IatiMoney(activity, file, _problems, _extras);
        if (IatiValues.Flag(activity["humanitarian"]) == true) _extras.Add("humanitarian", "yes");
        _extras.Add("budget-not-provided", activity["budget-not-provided"]);
        _extras.Add("linked-data-uri", activity["linked-data-uri"]);
    }

    public void Take(IatiElement child)
    {
        var first = (_counts[child.Name] = _counts.GetValueOrDefault(child.Name) + 1) == 1;
        _texts.CheckLanguage(child);
        switch (child.Name)
        {
            case "iati-identifier" when first: _identity.Identifier(child); break;
            case "reporting-org" when first: _identity.ReportingOrganisation(child, _file.Organisations.Read(child, _problems)); break;
            case "other-identifier": _identity.Other(child); break;
            case "related-activity": _identity.Related(child); break;
            case "title": _texts.Title(child); break;
            case "description": _texts.Description(child); break;
            case "participating-org": Participant(child); break;
            case "activity-status" when first: Status(child); break;
            case "activity-date": _dates.Take(child); break;
            case "recipient-country": _places.Country(child); break;
            case "recipient-region": _places.Region(child, _extras); break;
            case "location": _places.Location(child); break;
            case "sector": _sectors.Take(child); break;
            case "tag": _themes.Take(child); break;
            case "budget" or "planned-disbursement": _money.Budget(child); break;
            case "transaction": Transaction(child); break;
            case "activity-website": _links.ActivityWebsite(child, _extras); break;
            case "document-link": _links.Document(child, _extras); break;
            case "contact-info": _links.Contact(child, _extras); break;
            case "policy-marker": PolicyMarker(child); break;
            case "pp:extra": _extras.Restore(child); break;
            case "iati-identifier" or "reporting-org" or "activity-status": break;
            default: _extras.Add(child); break;
        }
    }

    public RecordRead Finish(IReadOnlyList<Problem> schemaProblems)
    {
        _problems.Add(schemaProblems);
        var reference = _identity.Finish(_activity);
        var titles = _texts.Finish();
        var places = _places.Finish(_extras);
        var sectors = _sectors.Finish(_extras);
        var dates = _dates.Finish();
        _problems.Add(CoverageRules.Check(_activity, _sectors.Any, _places.AnyRecipient, _coverage));
        if (!_file.IsWatched) _problems.Add(StructureRules.Activity(_activity, _counts, _file.IsVersion1));
        var project = reference is null || _problems.HasError ? null : new Project
        {
            Partner = _file.Context.Partner,
            Reference = reference,
            Titles = titles,
            Descriptions = _texts.Descriptions,
            Status = _status,
            Dates = dates,
            ReportingOrganisation = _identity.Reporter,
            Organisations = [.. _organisations],
            Places = places,
            Sectors = sectors,
            Themes = _themes.Themes,
            Papers = _themes.Papers,
            Money = _money.Lines,
            Related = [.. _identity.RelatedActivities],
            OtherIdentifiers = [.. _identity.OtherIdentifiers],
            Website = _links.Website,
            Hierarchy = _dates.Hierarchy,
            LastUpdated = _dates.LastUpdated,
            Extras = _extras.ToImmutable(),
        };
        return new RecordRead(_identity.AsWritten, _activity.Place.Position, project, _problems.Listed(_activity.Place.Position));
    }

    private void Participant(IatiElement element)
    {
        if (_file.Organisations.Read(element, _problems) is not { } organisation)
        {
            _problems.Add(element.Warn("iati.organisation-unnamed", "The participating organisation has neither a name nor a reference, and is left out."));
            return;
        }

        _problems.Add(IdentifierRules.Padding(element, "activity-id"));
        _extras.Add("participating-org/activity-id", element.Trimmed("activity-id"));
        var text = element.Trimmed("role") ?? "";
        var match = OrganisationRoles.Find(text);
        if (match.TryGet(out var role))
        {
            _organisations.Add(new Participation(role, organisation));
            return;
        }

        _extras.Add("participating-org", $"{organisation.Name}{(organisation.Reference is { } reference ? $" ({reference})" : "")}; role={text}");
        _problems.Add(element.WarnOf("role", "organisation.role-unknown", text.Length == 0
            ? $"The role of the organisation {Quote.Of(organisation.Name)} is not given; it is kept apart from the participants."
            : $"There is no role {Quote.Of(text)} for the organisation {Quote.Of(organisation.Name)}; it is kept apart from the participants.", match.DidYouMean is { } meant ? $"Did you mean {meant}?" : "1 funding, 2 accountable, 3 extending, 4 implementing."));
    }

    private void Status(IatiElement element)
    {
        if ((element.Trimmed("code") ?? element.Trimmed("ref") ?? IatiText.NameOrNull(element)) is not { } text) return;
        var match = ActivityStatuses.Find(text);
        if (match.TryGet(out var status)) _status = status;
        else
        {
            _extras.Add("activity-status", text);
            _problems.Add(element.WarnOf("code", "status.unknown", $"There is no activity status {Quote.Of(text)}; the project is kept without one.", match.DidYouMean is { } meant ? $"Did you mean {meant}?" : "1 pipeline, 2 implementation, 3 finalisation, 4 closed, 5 cancelled, 6 suspended."));
        }
    }

    private void Transaction(IatiElement element)
    {
        var line = _money.Transaction(element);
        var sector = _sectors.TakeTransaction(element, line);
        var recipient = _places.TakeTransaction(element, line);
        _coverage = new TransactionCoverage(_coverage.All + 1, _coverage.WithSector + (sector ? 1 : 0), _coverage.WithRecipient + (recipient ? 1 : 0));
        foreach (var side in (ReadOnlySpan<string>)["provider", "receiver"])
        {
            if (element.Child(side + "-org") is not { } organisation) continue;
            _problems.Add(IdentifierRules.Padding(organisation, "ref"));
            _extras.Add($"transaction/{side}-org", ExtrasDraft.NameAndReference(organisation));
            _extras.Add($"transaction/{side}-activity-id", organisation.Trimmed(side + "-activity-id"));
        }
    }

    /// <summary>A marker of significance 0 says that the activity does not aim at it: nearly every activity has a dozen of these.</summary>
    private void PolicyMarker(IatiElement element)
    {
        if (element.Trimmed("significance") == "0") return;
        _extras.Add(element);
        var vocabulary = element.Trimmed("vocabulary") ?? "1";
        if (vocabulary == "1" && element.Trimmed("significance") is null && !_file.IsVersion1)
            _problems.Add(element.Warn("iati.policy-marker-significance", $"Policy marker {Quote.Of(element["code"])} does not say how significant the policy is."));
        else if (vocabulary == "99" && IatiText.NameOrNull(element) is null)
            _problems.Add(element.Warn("iati.policy-marker-name", $"Policy marker {Quote.Of(element["code"])} is of the reporter's own vocabulary and has no name."));
    }
}
