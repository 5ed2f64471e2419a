using System.Collections.Immutable;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Compares titles and other texts by the words that they share: the cosine of their words, each weighted by how rare it is among the records.
/// </summary>
public sealed class TextComparison : Comparison
{
    private static readonly float[] TitleCuts = [0.15f, 0.3f, 0.45f, 0.6f, 0.75f, 0.9f];
    private static readonly float[] TextCuts = [0.1f, 0.2f, 0.35f, 0.5f, 0.7f, 0.9f];

    private readonly float[] _cuts;
    private readonly int[] _whole;
    private readonly int[][] _words;
    private readonly float[] _norms;
    private readonly float[] _weights;
    private readonly ulong[] _atoms;

    private TextComparison(string field, Vocabulary texts, int[] whole, float[] cuts)
        : base(field, Words(cuts))
    {
        (_cuts, _whole) = (cuts, whole);
        var words = new Vocabulary();
        var ofText = new int[texts.Count][];
        var times = new List<int>();
        for (var text = 0; text < texts.Count; text++)
        {
            ofText[text] = [.. texts[text].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(words.Add).Distinct().Order()];
            while (times.Count < words.Count) times.Add(0);
            foreach (var word in ofText[text]) times[word] += texts.Times(text);
        }

        _words = ofText;
        _weights = [.. times.Select(count => MathF.Pow(MathF.Log((whole.Length + 1f) / count), 2))];
        _norms = [.. ofText.Select(text => MathF.Sqrt(text.Sum(word => _weights[word])))];
        _atoms = [.. Enumerable.Range(0, words.Count).Select(word => Atom.Of("word", words[word]))];
    }

    public static TextComparison OfTexts(string field, IReadOnlyList<string> column)
    {
        var (texts, whole) = Vocabulary.Of(column);
        return new TextComparison(field, texts, whole, TextCuts);
    }

    /// <summary>Titles by their words, and by their place in a series.</summary>
    public static (TextComparison Words, SeriesComparison Series) OfTitles(string field, IReadOnlyList<string> column)
    {
        var (texts, whole) = Vocabulary.Of(column);
        return (new TextComparison(field, texts, whole, TitleCuts), new SeriesComparison(field, texts, whole));
    }

    public override int Level(int left, int right)
    {
        var (one, other) = (_whole[left], _whole[right]);
        if (one < 0 || other < 0) return Nothing;
        if (one == other) return Highest;
        var cosine = Shared(_words[one], _words[other]) / ((_norms[one] * _norms[other]) + 1e-9f);
        var level = 1;
        foreach (var cut in _cuts)
        {
            if (cosine < cut) break;
            level++;
        }

        return level;
    }

    public override void AddAtoms(int record, List<ulong> atoms)
    {
        if (_whole[record] < 0) return;
        foreach (var word in _words[_whole[record]]) atoms.Add(_atoms[word]);
    }

    private float Shared(int[] one, int[] other)
    {
        var (at, beside, sum) = (0, 0, 0f);
        while (at < one.Length && beside < other.Length)
        {
            var (word, against) = (one[at], other[beside]);
            if (word == against) sum += _weights[word];
            at += word <= against ? 1 : 0;
            beside += against <= word ? 1 : 0;
        }

        return sum;
    }

    private static ImmutableArray<string> Words(float[] cuts) =>
    [
        "missing", $"share less than {cuts[0]:P0} of their words",
        .. cuts.Select((cut, at) => at + 1 < cuts.Length ? $"share {cut:P0} to {cuts[at + 1]:P0} of their words" : $"share over {cut:P0} of their words"),
        "are the same",
    ];
}
