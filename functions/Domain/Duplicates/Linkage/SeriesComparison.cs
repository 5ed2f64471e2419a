using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Compares what titles say of a place in a series: numbers of phases and components, years, and words for a framework. Projects of one
/// series have nearly one title, and are not the same.
/// </summary>
public sealed class SeriesComparison : Comparison
{
    private static readonly FrozenDictionary<string, string> Markers = new Dictionary<string, string>
    {
        ["ii"] = "2",
        ["iii"] = "3",
        ["iv"] = "4",
        ["v"] = "5",
        ["vi"] = "6",
        ["vii"] = "7",
        ["viii"] = "8",
        ["ix"] = "9",
        ["x"] = "10",
        ["xi"] = "11",
        ["xii"] = "12",
        ["framework"] = "framework",
        ["marco"] = "framework",
        ["cadre"] = "framework",
        ["ramochnaia"] = "framework",
        ["ramochnaya"] = "framework",
        ["second"] = "2",
        ["third"] = "3",
        ["deuxieme"] = "2",
        ["troisieme"] = "3",
        ["segunda"] = "2",
        ["tercera"] = "3",
    }.ToFrozenDictionary();

    private readonly FieldValues _titles;

    /// <summary>Of each set of titles.</summary>
    private readonly int[] _markers;
    private readonly int _none;

    internal SeriesComparison(string field, FieldValues titles)
        : base(field, "missing", "name different phases, numbers or years", "of one alone names a phase, number or year", "name no phase, number or year", "name the same phase, number or year")
    {
        _titles = titles;
        var sets = new Vocabulary();
        _none = sets.Add("-");
        var ofTitle = titles.All().Select(Of).ToArray();
        // A title in one language says more of it than that in another.
        _markers = [.. Enumerable.Range(0, titles.Sets).Select(set => sets.Add(Text(titles.In(set).ToArray().SelectMany(title => ofTitle[title]))))];
        Share = titles.Records == 0 ? 0 : Enumerable.Range(0, titles.Records).Count(record => titles.SetOf(record) is not FieldValues.None and var set && _markers[set] != _none) / (double)titles.Records;
    }

    /// <summary>The part of the records whose titles say something of a series.</summary>
    public double Share { get; }

    /// <inheritdoc/>
    public override ImmutableArray<double> Expected => [0.04, 0.1, 0.6, 0.26];

    public override int Level(int left, int right)
    {
        var (set, against) = (_titles.SetOf(left), _titles.SetOf(right));
        if (set < 0 || against < 0) return Nothing;
        var (one, other) = (_markers[set], _markers[against]);
        if (one == other) return one == _none ? 3 : 4;
        return one == _none || other == _none ? 2 : 1;
    }

    internal override void AddLevels(ReadOnlySpan<RecordPair> pairs, Span<ulong> patterns, int shift)
    {
        for (var at = 0; at < pairs.Length; at++) patterns[at] |= (ulong)Level(pairs[at].Left, pairs[at].Right) << shift;
    }

    private static string[] Of(string title) =>
    [
        .. title.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static word => char.IsAsciiDigit(word[0]) ? word : Markers.GetValueOrDefault(word)).OfType<string>(),
    ];

    private static string Text(IEnumerable<string> markers)
    {
        var text = string.Join(' ', markers.Distinct().Order(StringComparer.Ordinal));
        return text.Length == 0 ? "-" : text;
    }
}
