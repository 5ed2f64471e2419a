using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Domain.Rainbow;

namespace ParisPact.Functions.Intake.Json;

/// <summary>Reads one record of a JSON file.</summary>
internal sealed class JsonProjectReading
{
    private readonly List<JsonFault> _faults = [];
    private readonly List<Extra> _extras = [];
    private readonly List<Narrative> _titles = [];
    private readonly List<Description> _descriptions = [];
    private readonly List<Participation> _organisations = [];
    private readonly List<MoneyLine> _money = [];
    private string? _reference;
    private string? _title;
    private ActivityStatus? _status;
    private ProjectDates _dates = ProjectDates.Unknown;
    private OrganisationName? _reporting;
    private ImmutableArray<PlaceShare> _places = [];
    private ImmutableArray<SectorShare> _sectors = [];
    private ImmutableArray<Domain.Projects.ThemeShare> _themes = [];
    private ImmutableArray<string> _papers = [];
    private ImmutableArray<RelatedActivity> _related = [];
    private ImmutableArray<OtherIdentifier> _others = [];
    private string? _website;
    private int? _hierarchy;
    private DateTimeOffset? _lastUpdated;

    /// <param name="element">The record.</param>
    /// <param name="partner">Whose project it is.</param>
    /// <returns>The project, or none where a fault is an error; and every fault.</returns>
    public static (string? Reference, Project? Project, List<JsonFault> Faults) Read(JsonElement element, PartnerId partner)
    {
        var reading = new JsonProjectReading();
        var root = new JsonCursor(element, "", reading._faults);
        foreach (var (name, value) in root.Properties()) reading.Take(name, value, partner);
        return (reading._reference, reading.Finish(root, partner), reading._faults);
    }

    private void Take(string name, JsonCursor value, PartnerId partner)
    {
        switch (name)
        {
            case "partner": Partner(value, partner); break;
            case "reference": _reference = value.Code(); break;
            case "title": _title = JsonTexts.Cut(value, value.Text(), ProjectLimits.Title); break;
            case "titles": _titles.AddRange(JsonTexts.Narratives(value, ProjectLimits.Title)); break;
            case "description": if (JsonTexts.Cut(value, value.Text(lines: true), ProjectLimits.Description) is { } text) _descriptions.Insert(0, new Description(1, [new Narrative(text)])); break;
            case "descriptions": _descriptions.AddRange(JsonTexts.Descriptions(value)); break;
            case "status": Status(value); break;
            case "dates": Dates(value); break;
            case "reportingOrganisation": _reporting = value.IsNull ? null : JsonOrganisations.One(value); break;
            case "organisations": _organisations.AddRange(value.Items().Select(JsonOrganisations.Participation).OfType<Participation>()); break;
            case "places": _places = [.. value.Items().Select(JsonShares.Place).OfType<PlaceShare>()]; break;
            case "sectors": _sectors = [.. value.Items().Select(JsonShares.Sector).OfType<SectorShare>()]; break;
            case "themes": _themes = [.. value.Items().Select(JsonShares.Theme).OfType<Domain.Projects.ThemeShare>()]; break;
            case "papers": _papers = [.. value.Items().Select(JsonLists.Paper).OfType<string>().Distinct()]; break;
            case "money": _money.AddRange(value.Items().Select(item => JsonMoney.Line(item, null)).OfType<MoneyLine>()); break;
            case "related": _related = [.. value.Items().Select(JsonLists.Related).OfType<RelatedActivity>()]; break;
            case "otherIdentifiers": _others = [.. value.Items().Select(JsonLists.Other).OfType<OtherIdentifier>()]; break;
            case "website": Website(value); break;
            case "hierarchy": _hierarchy = value.Whole(int.MinValue, int.MaxValue); break;
            case "lastUpdated": Moment(value); break;
            case "extras": _extras.AddRange(value.Items().Select(JsonLists.Extra).OfType<Extra>()); break;
            // What the register's own answer says of a project beside it; it need not be taken out to send the project back.
            case "register": break;
            default:
                if (JsonMoney.KindOf(name) is { } kind) _money.AddRange(value.Items().Select(item => JsonMoney.Line(item, kind)).OfType<MoneyLine>());
                else value.Keep();
                break;
        }
    }

    private Project? Finish(JsonCursor root, PartnerId partner)
    {
        if (root.Element.ValueKind != JsonValueKind.Object) return null;
        // Exports show the first title by itself, and again among the others with its language.
        if (_title is { } title && !_titles.Exists(other => other.Text == title)) _titles.Insert(0, new Narrative(title));
        var reference = ProjectReference.From(_reference);
        if (_reference is null) root.Refuse("reference.missing", "The project has no reference, by which it could be told apart and found again.", "Add \"reference\".");
        else if (reference is null) root.Refuse("reference.too-long", $"The reference has {_reference.Length:N0} characters; the longest that is read has {ProjectReference.MaximumLength}.");
        if (_titles.Count == 0) root.Refuse("title.missing", "The project has no title.", "Add \"title\".");
        JsonShares.CheckSums(root, _places, _sectors, _themes);
        if (_dates is { Start: { } start, End: { } end } && end < start)
            root.Warn("dates.end-before-start", $"The project ends on {end:yyyy-MM-dd}, before it starts on {start:yyyy-MM-dd}.", "Correct the dates.");
        if (_faults.Exists(fault => fault.Severity >= Severity.Error)) return null;
        return new Project
        {
            Partner = partner,
            Reference = reference!,
            Titles = [.. _titles],
            Descriptions = [.. _descriptions],
            Status = _status,
            Dates = _dates,
            ReportingOrganisation = _reporting,
            Organisations = [.. _organisations],
            Places = _places,
            Sectors = _sectors,
            Themes = _themes,
            Papers = _papers,
            Money = [.. _money],
            Related = _related,
            OtherIdentifiers = _others,
            Website = _website,
            Hierarchy = _hierarchy,
            LastUpdated = _lastUpdated,
            Extras = [.. _extras, .. Kept()],
        };
    }

    private static void Partner(JsonCursor value, PartnerId partner)
    {
        if (value.Text() is { } named && !(PartnerId.TryParse(named, out var read) && read == partner))
            value.Warn("partner.other", $"The record names partner {JsonCursor.Quote(named)}; it is taken in as “{partner}”, where it was sent.");
    }

    private void Status(JsonCursor value)
    {
        if (value.Text() is not { } text) return;
        var match = ActivityStatuses.Find(text);
        if (match.TryGet(out var status)) _status = status;
        else value.Warn("status.unknown", $"{JsonCursor.Quote(text)} is no status; it is kept as written.", match.DidYouMean is { } near ? $"Did you mean {near}?" : "Write pipeline, implementation, finalisation, closed, cancelled or suspended.", kept: text);
    }

    private void Dates(JsonCursor value)
    {
        var (start, end) = ((DateOnly?)null, (DateOnly?)null);
        foreach (var (name, date) in value.Properties())
        {
            switch (name)
            {
                case "plannedStart": _dates = _dates with { PlannedStart = date.Date() }; break;
                case "actualStart": _dates = _dates with { ActualStart = date.Date() }; break;
                case "plannedEnd": _dates = _dates with { PlannedEnd = date.Date() }; break;
                case "actualEnd": _dates = _dates with { ActualEnd = date.Date() }; break;
                // Exports name what follows from the four as well; other files may have nothing else.
                case "start": start = date.Date(); break;
                case "end": end = date.Date(); break;
                default: date.Keep(); break;
            }
        }

        if (_dates.Start is null) _dates = _dates with { PlannedStart = start };
        if (_dates.End is null) _dates = _dates with { PlannedEnd = end };
    }

    private void Website(JsonCursor value)
    {
        if (value.Code() is not { } text) return;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") _website = text;
        else value.Warn("website.not-understood", $"{JsonCursor.Quote(text)} is no address of a page; it is kept as written.", "Write the whole address, such as https://www.example.org/project.", kept: text);
    }

    private void Moment(JsonCursor value)
    {
        if (value.Text() is not { } text) return;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) _lastUpdated = moment;
        else value.Warn("date.not-understood", $"{JsonCursor.Quote(text)} is no moment; it is kept as written.", "Write it as \"2024-03-05T12:00:00Z\".", kept: text);
    }

    /// <summary>What was not understood anywhere in the record, as far as there is room.</summary>
    private IEnumerable<Extra> Kept()
    {
        var room = ProjectLimits.Extras - _extras.Sum(static extra => extra.Name.Length + extra.Value.Length);
        foreach (var fault in _faults.Where(static fault => fault.Kept is not null).ToList())
        {
            var kept = new Extra(JsonCursor.PathOf(fault.Pointer), fault.Kept!);
            var length = kept.Name.Length + kept.Value.Length;
            if (length > room)
            {
                _faults.Add(new JsonFault(fault.Pointer, "extra.too-long", Severity.Warning, $"What is not understood has more than {ProjectLimits.Extras:N0} characters for this project; this is left out."));
                continue;
            }

            room -= length;
            yield return kept;
        }
    }
}
