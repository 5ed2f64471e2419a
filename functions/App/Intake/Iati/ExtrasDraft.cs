using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>
/// What an activity says and the register has no field for, in one line each: <c>default-aid-type</c> = <c>C01; vocabulary=1</c>.
/// The same thing said twice is kept once. At most <see cref="MostOfAName"/> of a name and <see cref="Most"/> in all; what goes beyond is counted.
/// </summary>
internal sealed class ExtrasDraft
{
    public const int Most = 100;
    public const int MostOfAName = 20;
    public const int LongestValue = 500;
    private const string LeftOut = "left out";

    private readonly List<(int Position, Extra Extra)> _extras = [];
    private readonly HashSet<Extra> _known = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(string name, string? value) => Add(name, value, null);

    public void Add(IatiElement element) => Add(element.Name, Describe(element), element);

    /// <summary>One of our own export: as it is.</summary>
    public void Restore(IatiElement element) =>
        _extras.Add((InOrder.PositionOf(element, _extras.Count), new Extra(element["name"] ?? "", element.Text)));

    private void Add(string name, string? value, IatiElement? element)
    {
        // Attributes and the texts of elements come together here: one more look takes out what they only make together.
        if (value is null || CellText.Clean(value, lines: true) is not { Length: > 0 } text) return;
        var extra = new Extra(name, Cut(text));
        if (!_known.Add(extra)) return;
        var count = _counts[name] = _counts.GetValueOrDefault(name) + 1;
        if (count <= MostOfAName && _extras.Count < Most) _extras.Add((element is null ? _extras.Count : InOrder.PositionOf(element, _extras.Count), extra));
        else _known.Remove(extra);
    }

    public ImmutableArray<Extra> ToImmutable()
    {
        var kept = _extras.GroupBy(item => item.Extra.Name).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var left = _counts.Select(pair => (pair.Key, Count: pair.Value - Math.Min(pair.Value, kept.GetValueOrDefault(pair.Key)))).Where(pair => pair.Count > 0).ToList();
        return left.Count == 0
            ? InOrder.Of(_extras)
            : [.. InOrder.Of(_extras), new Extra(LeftOut, string.Join("; ", left.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}: {pair.Count}"))))];
    }

    /// <summary>The code or text first, then the other attributes, then what is in the element.</summary>
    public static string Describe(IatiElement element)
    {
        var line = new StringBuilder();
        Describe(element, line);
        return line.ToString();
    }

    /// <summary>An organisation in one line; empty where it has neither name nor reference.</summary>
    public static string NameAndReference(IatiElement organisation) => (IatiText.Name(organisation), organisation.Trimmed("ref")) switch
    {
        ({ Length: > 0 } name, { } reference) => $"{name} ({reference})",
        ({ Length: > 0 } name, null) => name,
        var (_, reference) => reference ?? "",
    };

    private static void Describe(IatiElement element, StringBuilder line)
    {
        if (element.Trimmed("code") is { } code) line.Append(code);
        if (IatiText.Name(element) is { Length: > 0 } text) line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "").Append(text);
        foreach (var (name, value) in element.Attributes)
            if (name != "code" && !string.IsNullOrWhiteSpace(value) && !name.StartsWith("pp:", StringComparison.Ordinal)) Separate(line).Append(name).Append('=').Append(value.Trim());
        foreach (var child in element.Children)
        {
            if (child.Name == "narrative") continue;
            if (line.Length > 2 * LongestValue) return;
            var length = Separate(line).Length;
            line.Append(child.Name).Append(": ");
            var before = line.Length;
            Describe(child, line);
            if (line.Length == before) line.Length = Math.Max(0, length - (length > 0 ? 2 : 0));
        }
    }

    private static StringBuilder Separate(StringBuilder line) =>
        line.Length == 0 || line[^1] == ' ' ? line : line.Append("; ");

    private static string Cut(string value) =>
        value.Length <= LongestValue ? value : value[..(char.IsHighSurrogate(value[LongestValue - 2]) ? LongestValue - 2 : LongestValue - 1)] + "…";
}
