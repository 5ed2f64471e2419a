using System.Collections.Frozen;

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

    private readonly int[] _markers;
    private readonly int _none;

    internal SeriesComparison(string field, Vocabulary texts, int[] whole)
        : base(field, "missing", "name different phases, numbers or years", "of one alone names a phase, number or year", "name no phase, number or year", "name the same phase, number or year")
    {
        var sets = new Vocabulary();
        _none = sets.Add("-");
        var ofText = Enumerable.Range(0, texts.Count).Select(text => sets.Add(Of(texts[text]))).ToArray();
        _markers = [.. whole.Select(text => text < 0 ? -1 : ofText[text])];
        Share = whole.Length == 0 ? 0 : _markers.Count(marker => marker >= 0 && marker != _none) / (double)whole.Length;
    }

    /// <summary>The part of the records whose titles say something of a series.</summary>
    public double Share { get; }

    public override int Level(int left, int right)
    {
        var (one, other) = (_markers[left], _markers[right]);
        if (one < 0 || other < 0) return Nothing;
        if (one == other) return one == _none ? 3 : 4;
        return one == _none || other == _none ? 2 : 1;
    }

    private static string Of(string title)
    {
        var markers = title.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => char.IsAsciiDigit(word[0]) ? word : Markers.GetValueOrDefault(word))
            .Where(marker => marker is not null).Distinct().Order(StringComparer.Ordinal);
        var text = string.Join(' ', markers);
        return text.Length == 0 ? "-" : text;
    }
}
