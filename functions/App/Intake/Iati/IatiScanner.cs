using System.Collections.Immutable;
using System.Text;
using System.Xml;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Iati;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>
/// Walks through an IATI file once and hands out one child of one activity at a time, so that memory does not grow with the file
/// nor with an activity. On the way the file is held against its schema, where there is one.
/// </summary>
internal sealed class IatiScanner : IDisposable
{
    /// <summary>The standard's own elements lie nine deep.</summary>
    private const int DeepestElement = 64;

    private readonly XmlReader _reader;
    private readonly IXmlLineInfo _lines;
    private readonly Func<string?, VersionSchema> _schemaOf;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private SchemaWatch? _watch;
    private XmlPlace? _root;
    private IatiElement? _rootHead;
    private IatiElement? _activity;
    private int _activities;
    private int _oursDepth;
    private bool _entered;

    static IatiScanner() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="schemaOf">The schema for the version that the root names.</param>
    public IatiScanner(Stream file, Func<string?, VersionSchema> schemaOf)
    {
        _schemaOf = schemaOf;
        _reader = XmlReader.Create(file, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1_000_000,
            MaxCharactersInDocument = 0,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = false,
        });
        _lines = (IXmlLineInfo)_reader;
    }

    /// <summary>The root with its attributes, whatever it is, and the namespace that it stands in.</summary>
    public (IatiElement Element, string Namespace) MoveToRoot()
    {
        while (_reader.NodeType != XmlNodeType.Element) _reader.Read();
        _root = new XmlPlace(null, _reader.LocalName, 1, _lines.LineNumber, _lines.LinePosition);
        var space = _reader.NamespaceURI;
        if (_root.Name == "iati-activities" && _schemaOf(_reader.GetAttribute("version")) is { Set: { } set })
            _watch = new SchemaWatch(set, _reader, _reader.GetAttribute("version"));
        _rootHead = Head(_root, null);
        return (_rootHead, space);
    }

    /// <summary>Goes into the next activity and gives its attributes; null after the last. Where the root itself is one, that is the only one.</summary>
    public IatiElement? MoveToActivity()
    {
        if (_root!.Name == "iati-activity")
        {
            if (_activities++ == 0) return Enter(_root);
            ReadToEnd();
            return null;
        }

        if (!_entered && !EnterRoot()) return null;
        while (_reader.NodeType != XmlNodeType.EndElement || _reader.Depth > 0)
        {
            if (_reader.NodeType != XmlNodeType.Element) PassText();
            else if (IsForeign()) _reader.Skip();
            else if (_reader.LocalName == "iati-activity") return Enter(PlaceOf(_root, ++_activities));
            else ReadElement(PlaceOf(_root, 1), _rootHead?.Language, build: false);
        }

        _watch?.End(_root);
        ReadToEnd();
        return null;
    }

    /// <summary>The next child of the activity with all that is in it; null after the last.</summary>
    public IatiElement? MoveToChild()
    {
        while (_activity is { } activity)
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element when IsForeign():
                    _reader.Skip();
                    break;
                case XmlNodeType.Element:
                    var index = _counts[_reader.LocalName] = _counts.GetValueOrDefault(_reader.LocalName) + 1;
                    if (ReadElement(PlaceOf(activity.Place, index), activity.Language, build: true) is { } child) return child;
                    break;
                case XmlNodeType.EndElement:
                    Leave(activity);
                    break;
                default:
                    PassText();
                    break;
            }
        }

        return null;
    }

    /// <summary>What the schema has found since the last call.</summary>
    public IReadOnlyList<Problem> TakeProblems() => _watch?.Take() ?? [];

    /// <summary>The line and character that the walk has come to.</summary>
    public (int Line, int Column) Reached => (Math.Max(1, _lines.LineNumber), Math.Max(1, _lines.LinePosition));

    public bool IsWatched => _watch is not null;

    public void Dispose() => _reader.Dispose();

    private bool EnterRoot()
    {
        _entered = true;
        var empty = _reader.IsEmptyElement;
        _reader.Read();
        if (!empty) return true;
        _watch?.End(_root!);
        ReadToEnd();
        return false;
    }

    /// <summary>What stands behind the root decides whether the file is well-formed.</summary>
    private void ReadToEnd()
    {
        while (_reader.Read())
            continue;
    }

    private IatiElement Enter(XmlPlace place)
    {
        _counts.Clear();
        var head = ReferenceEquals(place, _root) ? _rootHead! : Head(place, _rootHead!.Language);
        _activity = head;
        if (_reader.IsEmptyElement) Leave(head);
        else _reader.Read();
        return head;
    }

    private void Leave(IatiElement activity)
    {
        _watch?.End(activity.Place);
        _activity = null;
        _reader.Read();
    }

    /// <summary>Reads the element that the reader stands on, and goes behind it. Null where it is not built or says that nothing was stated.</summary>
    private IatiElement? ReadElement(XmlPlace place, string? language, bool build)
    {
        if (_reader.Depth > DeepestElement)
            throw new XmlException("The elements lie too deep in one another.", null, place.Line, place.Column);
        var ours = IsOurs(place);
        if (ours) _oursDepth++;
        var head = Head(place, language);
        var text = "";
        ImmutableArray<IatiElement>.Builder? children = null;
        if (!_reader.IsEmptyElement)
        {
            _reader.Read();
            while (_reader.NodeType != XmlNodeType.EndElement)
            {
                if (_reader.NodeType == XmlNodeType.Element)
                {
                    if (IsForeign()) _reader.Skip();
                    else if (ReadElement(PlaceOf(place, IndexOf(_reader.LocalName, children)), head.Language, build) is { } child)
                        (children ??= ImmutableArray.CreateBuilder<IatiElement>()).Add(child);
                }
                else
                {
                    var more = PassText();
                    text = text.Length == 0 ? more : text + more;
                }
            }
        }

        Watch?.End(place);
        if (ours) _oursDepth--;
        _reader.Read();
        if (!build || head[IatiElement.NotStated] == ".") return null;
        return text.Length == 0 && children is null ? head : new IatiElement(place, head.Attributes, text, children?.DrainToImmutable() ?? [], head.Language);
    }

    /// <summary>The element's place and attributes, without what is in it.</summary>
    private IatiElement Head(XmlPlace place, string? language)
    {
        Watch?.Begin(place);
        ImmutableArray<KeyValuePair<string, string>>.Builder? attributes = null;
        while (_reader.MoveToNextAttribute())
        {
            var space = _reader.NamespaceURI;
            if (space.Length == 0)
            {
                Watch?.Attribute(_reader.LocalName, "", _reader.Value);
                Add(_reader.LocalName);
            }
            else if (space == RegisterNamespace.Uri)
            {
                Add("pp:" + _reader.LocalName);
            }
            else if (_reader.Prefix == "xml")
            {
                Watch?.Attribute(_reader.LocalName, space, _reader.Value);
                if (_reader.LocalName == "lang" && _reader.Value.AsSpan().Trim().Length > 0) language = _reader.Value;
            }
        }

        _reader.MoveToElement();
        Watch?.EndAttributes();
        var head = new IatiElement(place, attributes?.DrainToImmutable() ?? [], "", [], language);
        if (head[IatiElement.NotStated] is { } silent && silent != ".")
            head = head with { Attributes = head.Attributes.RemoveAll(attribute => head.SaysNothingOf(attribute.Key)) };
        return head;

        void Add(string name) =>
            (attributes ??= ImmutableArray.CreateBuilder<KeyValuePair<string, string>>()).Add(new(name, _reader.Value));
    }

    /// <summary>Gives the text that the reader stands on, and goes behind it.</summary>
    private string PassText()
    {
        var text = _reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? _reader.Value : "";
        if (text.Length > 0) Watch?.Text(text);
        _reader.Read();
        return text;
    }

    private bool IsForeign() => _reader.NamespaceURI.Length > 0 && _reader.NamespaceURI != RegisterNamespace.Uri;

    /// <summary>Nobody, inside an element of the register's own, which the schema leaves to us.</summary>
    private SchemaWatch? Watch => _oursDepth == 0 ? _watch : null;

    private static bool IsOurs(XmlPlace place) => place.Name.StartsWith("pp:", StringComparison.Ordinal);

    private XmlPlace PlaceOf(XmlPlace parent, int index) => new(
        parent,
        _reader.NamespaceURI.Length == 0 ? _reader.LocalName : "pp:" + _reader.LocalName,
        index,
        _lines.LineNumber,
        _lines.LinePosition);

    /// <summary>One more than the last sibling of that name; brothers stand side by side, so that this is quick.</summary>
    private static int IndexOf(string name, ImmutableArray<IatiElement>.Builder? siblings)
    {
        for (var last = (siblings?.Count ?? 0) - 1; last >= 0; last--)
            if (siblings![last].Name == name) return siblings[last].Place.Index + 1;
        return 1;
    }
}
