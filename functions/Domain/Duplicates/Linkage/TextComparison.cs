using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Compares titles and other texts by the words that they share: the cosine of their words, each weighted by how rare it is among the records.
/// </summary>
public sealed class TextComparison : Comparison
{
    private static readonly float[] TitleCuts = [0.15f, 0.3f, 0.45f, 0.6f, 0.75f, 0.9f];
    private static readonly float[] TextCuts = [0.1f, 0.2f, 0.35f, 0.5f, 0.7f, 0.9f];

    /// <summary>The weights of one text's words, at their places; 0 everywhere whenever nobody compares.</summary>
    [ThreadStatic]
    private static float[]? _scattered;

    private readonly float[] _cuts;
    private readonly FieldValues _texts;

    /// <summary>Of each text, in the order of their atoms: sums are then the same whatever else is compared.</summary>
    private readonly int[][] _words;
    private readonly float[] _norms;
    private readonly float[] _weights;
    private readonly ulong[] _atoms;

    /// <summary>By which texts in two languages are compared; null where all are in one.</summary>
    private readonly EnglishWords? _english;

    private TextComparison(string field, FieldValues texts, float[] cuts, FieldParameters? frozen)
        : base(field, Words(cuts))
    {
        (_cuts, _texts) = (cuts, texts);
        (_words, _atoms) = WordsOf(texts);
        var translated = EnglishTerms.Of(texts);
        Parameters = frozen ?? new FieldParameters(field, texts.Records, translated is null ? AtomCounts.Of(_atoms, Times()) : AtomCounts.Of([.. _atoms, .. translated.Atoms], [.. Times(), .. translated.Times]), []);
        _weights = Array.ConvertAll(_atoms, atom => MathF.Pow(MathF.Log(MathF.Max(1, (Parameters.Records + 1f) / Parameters.Counts.Of(atom))), 2));
        _norms = Array.ConvertAll(_words, words => MathF.Sqrt(words.Sum(word => _weights[word])));
        if (translated is not null) _english = new EnglishWords(translated, Parameters);
    }

    /// <param name="frozen">How often each word stands; counted here where it is null.</param>
    public static TextComparison OfTexts(string field, Column column, FieldParameters? frozen = null) => new(field, new FieldValues(column), TextCuts, frozen);

    /// <summary>Titles by their words, and by their place in a series.</summary>
    /// <param name="frozen">How often each word stands; counted here where it is null.</param>
    public static (TextComparison Words, SeriesComparison Series) OfTitles(string field, Column column, FieldParameters? frozen = null)
    {
        var titles = new FieldValues(column);
        return (new TextComparison(field, titles, TitleCuts, frozen), new SeriesComparison(field, titles));
    }

    public override FieldParameters Parameters { get; }

    /// <summary>Of the two texts that are most alike: titles in one language, where there are several.</summary>
    /// <inheritdoc/>
    public override ImmutableArray<double> Expected => [0.08, 0.06, 0.07, 0.09, 0.12, 0.13, 0.12, 0.33];

    public override int Level(int left, int right)
    {
        var (one, other) = (_texts.SetOf(left), _texts.SetOf(right));
        if (one < 0 || other < 0) return Nothing;
        if (one == other) return Highest;
        if (_texts.IsSingle(one) && _texts.IsSingle(other)) return LevelOf(one, other);
        var level = 1;
        foreach (var text in _texts.In(one))
            foreach (var against in _texts.In(other)) level = Math.Max(level, text == against ? Highest : LevelOf(text, against));
        return level;
    }

    internal override void AddLevels(ReadOnlySpan<RecordPair> pairs, Span<ulong> patterns, int shift)
    {
        // The left record's words are looked up, one after the other, for all the records that it is held against.
        if (_scattered is null || _scattered.Length < _weights.Length) _scattered = new float[_weights.Length];
        var (scattered, of) = (_scattered, -1);
        for (var at = 0; at < pairs.Length; at++)
        {
            var (one, other) = (_texts.SetOf(pairs[at].Left), _texts.SetOf(pairs[at].Right));
            if (one == other || one < 0 || other < 0 || !_texts.IsSingle(one) || !_texts.IsSingle(other) || _english?.AreInTwoLanguages(one, other) == true)
            {
                patterns[at] |= (ulong)Level(pairs[at].Left, pairs[at].Right) << shift;
                continue;
            }

            if (of != one)
            {
                Clear(of);
                foreach (var word in _words[one]) scattered[word] = _weights[word];
                of = one;
            }

            var shared = 0f;
            foreach (var word in _words[other]) shared += scattered[word];
            patterns[at] |= (ulong)LevelOf(shared / ((_norms[one] * _norms[other]) + 1e-9f)) << shift;
        }

        Clear(of);

        void Clear(int text)
        {
            if (text < 0) return;
            foreach (var word in _words[text]) scattered[word] = 0;
        }
    }

    public override void AddAtoms(int record, List<ulong> atoms)
    {
        if (_texts.SetOf(record) is not FieldValues.None and var set)
            foreach (var text in _texts.In(set))
                foreach (var word in _words[text]) atoms.Add(_atoms[word]);
    }

    private int LevelOf(int text, int other) => _english?.AreInTwoLanguages(text, other) == true ? LevelOf(_english.Cosine(text, other)) : LevelOf(Shared(_words[text], _words[other]) / ((_norms[text] * _norms[other]) + 1e-9f));

    private int LevelOf(float cosine)
    {
        var level = 1;
        foreach (var cut in _cuts)
        {
            if (cosine < cut) break;
            level++;
        }

        return level;
    }

    private static (int[][] Words, ulong[] Atoms) WordsOf(FieldValues texts)
    {
        var words = new Vocabulary();
        var ofText = texts.All().Select(text => Array.ConvertAll(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), words.Add)).ToArray();
        var (atoms, order, ranks) = (new ulong[words.Count], new int[words.Count], new int[words.Count]);
        for (var word = 0; word < atoms.Length; word++) (atoms[word], order[word]) = (Atom.Of("word", words[word]), word);
        Array.Sort(atoms, order);
        for (var rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank;
        return (Array.ConvertAll(ofText, text => text.Select(word => ranks[word]).Distinct().Order().ToArray()), atoms);
    }

    private int[] Times()
    {
        var times = new int[_atoms.Length];
        for (var text = 0; text < _words.Length; text++)
            foreach (var word in _words[text]) times[word] += _texts.Times(text);
        return times;
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
