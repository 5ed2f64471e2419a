using System.Collections.Immutable;
using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Iati;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>
/// What a project holds as extras, divided into what goes back into the IATI element that it came from, such as <c>default-aid-type</c>,
/// and the rest, which goes into the register's namespace. An extra goes back only where reading the element would give the same extra.
/// </summary>
internal sealed class ExtraElements
{
    private const string Humanitarian = "humanitarian";

    /// <summary>In the order of the schema: the attributes that it allows, the ones that it demands first, and how many of these there are.</summary>
    private static readonly ImmutableArray<Form> Forms =
    [
        new("activity-scope", Once: true, Demanded: 1, HasText: false, "code"),
        new("tag", Once: false, Demanded: 2, HasText: true, "code", "vocabulary", "vocabulary-uri"),
        new("humanitarian-scope", Once: false, Demanded: 3, HasText: true, "code", "type", "vocabulary", "vocabulary-uri"),
        new("policy-marker", Once: false, Demanded: 1, HasText: true, "code", "vocabulary", "vocabulary-uri", "significance"),
        new("collaboration-type", Once: true, Demanded: 1, HasText: false, "code"),
        new("default-flow-type", Once: true, Demanded: 1, HasText: false, "code"),
        new("default-finance-type", Once: true, Demanded: 1, HasText: false, "code"),
        new("default-aid-type", Once: false, Demanded: 1, HasText: false, "code", "vocabulary"),
        new("default-tied-status", Once: true, Demanded: 1, HasText: false, "code"),
    ];

    private readonly ILookup<string, (Extra Extra, IatiElement? Element, int Position)> _byName;
    private readonly List<(Extra Extra, int Position)> _rest;
    private readonly bool _isReordered;

    private ExtraElements(ImmutableArray<Extra> extras)
    {
        IsHumanitarian = extras is [{ Name: Humanitarian, Value: "yes" }, ..];
        var seen = new HashSet<Extra>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = extras.Select((extra, position) => (Extra: extra, Element: ElementOf(extra, seen, counts), Position: position)).Skip(IsHumanitarian ? 1 : 0).ToList();
        _byName = all.Where(item => item.Element is not null).ToLookup(item => item.Extra.Name);
        _rest = [.. all.Where(item => item.Element is null).Select(item => (item.Extra, item.Position))];
        var written = Forms.SelectMany(form => _byName[form.Name]).Select(item => item.Position).Concat(_rest.Select(item => item.Position));
        _isReordered = !written.SequenceEqual(all.Select(item => item.Position));
    }

    /// <summary>The activity's attribute of that name.</summary>
    public bool IsHumanitarian { get; }

    public static ExtraElements Of(ImmutableArray<Extra> extras) => new(extras);

    /// <summary>Writes the elements of one name.</summary>
    public void Write(IatiWriter to, string name)
    {
        foreach (var (_, element, position) in _byName[name])
        {
            to.Start(name);
            foreach (var (attribute, value) in element!.Attributes) to.Attribute(attribute, value);
            Position(to, position);
            if (element.Child("narrative") is { } narrative) to.Narrative(narrative.Text);
            to.End();
        }
    }

    /// <summary>Writes what no element of IATI takes.</summary>
    public void WriteRest(IatiWriter to)
    {
        foreach (var (extra, position) in _rest)
        {
            to.StartOwn("extra");
            to.Attribute("name", extra.Name);
            Position(to, position);
            to.Text(extra.Value);
            to.End();
        }
    }

    private void Position(IatiWriter to, int position) =>
        to.Own("position", _isReordered ? position.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);

    private static IatiElement? ElementOf(Extra extra, HashSet<Extra> seen, Dictionary<string, int> counts)
    {
        if (Forms.FirstOrDefault(form => form.Name == extra.Name) is not { } form || !seen.Add(extra) || form.Parse(extra.Value) is not { } element) return null;
        var count = counts[form.Name] = counts.GetValueOrDefault(form.Name) + 1;
        return count > (form.Once ? 1 : ExtrasDraft.MostOfAName) ? null : element;
    }

    private sealed record Form(string Name, bool Once, int Demanded, bool HasText, params string[] Allowed)
    {
        /// <summary>The element that <see cref="ExtrasDraft.Describe(IatiElement)"/> would describe in these words; null where there is none that the schema allows.</summary>
        public IatiElement? Parse(string value)
        {
            var parts = value.Split("; ");
            var space = parts[0].IndexOf(' ', StringComparison.Ordinal);
            var code = space < 0 ? parts[0] : parts[0][..space];
            var attributes = ImmutableArray.Create(new KeyValuePair<string, string>("code", code)).AddRange(parts.Skip(1)
                .Select(part => part.Split('=', 2)).Where(pair => pair.Length == 2).Select(pair => new KeyValuePair<string, string>(pair[0], pair[1])));
            var place = new XmlPlace(null, Name, 1, 1, 1);
            var narrative = new IatiElement(place with { Name = "narrative" }, [], space < 0 ? "" : parts[0][(space + 1)..], [], null);
            var element = new IatiElement(place, attributes, "", space < 0 ? [] : [narrative], null);
            return IsAllowed(element) && ExtrasDraft.Describe(element) == value && value.Length <= ExtrasDraft.LongestValue ? element : null;
        }

        private bool IsAllowed(IatiElement element) =>
            (HasText || element.Children.IsEmpty)
            && Allowed.Take(Demanded).All(name => element.Trimmed(name) is not null)
            && element.Attributes.All(attribute => Allowed.Contains(attribute.Key))
            && element.Attributes.DistinctBy(attribute => attribute.Key).Count() == element.Attributes.Length
            // A marker of no significance is not read, and our own tags are themes and papers.
            && element["significance"] != "0"
            && element["vocabulary-uri"] is not (RegisterNamespace.ThemeVocabulary or RegisterNamespace.PaperVocabulary)
            && (element["vocabulary-uri"] is not { } address || Uri.TryCreate(address, UriKind.Absolute, out _));
    }
}
