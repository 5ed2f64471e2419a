using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Compares names of organisations: the same, another name of the same, alike, or different. Other names are abbreviations of the name, names
/// that are part of it, and names that stand for each other wherever two records are the same by everything else.
/// </summary>
public sealed class OrganisationComparison : Comparison
{
    private const int MostAliases = 5_000;
    private const int LeastTimes = 3;
    private const int MostKnown = 3_000;

    private static readonly FrozenSet<string> Small = new[] { "of", "for", "the", "and", "in", "on", "de", "la", "le", "les", "des", "du", "pour", "et", "y", "el", "los", "las", "del", "para", "i", "po", "dlia" }.ToFrozenSet();

    private readonly FieldValues _values;
    private readonly int[][] _words;

    /// <summary>Of each name the number of its only word, and that of its initials: equal where one abbreviates the other. -1 where it has none.</summary>
    private readonly (int Word, int Initials)[] _short;
    private readonly ulong[] _atoms;
    private readonly Frequencies _frequencies;
    private readonly ImmutableArray<AtomPair> _learnt;
    private readonly FrozenSet<ulong> _aliases;

    /// <summary>The levels of pairs of names, as far as they have been asked for: organisations are few. Empty where they are not.</summary>
    private readonly byte[] _known;

    /// <param name="frozen">How often each name stands, and what was learnt of names; counted here where it is null.</param>
    public OrganisationComparison(string field, Column column, FieldParameters? frozen = null)
        : base(field, "missing", "differ", "are alike", "are names of one organisation", "are the same")
    {
        _values = new FieldValues(column);
        var words = new Vocabulary();
        _words = [.. _values.All().Select(name => name.Split(' ').Where(word => word.Length > 2 && !Small.Contains(word)).Select(words.Add).Distinct().Order().ToArray())];
        var shorts = new Vocabulary();
        _short = [.. _values.All().Select(name => (name.Length > 2 && !name.Contains(' ', StringComparison.Ordinal) ? shorts.Add(name) : -1, Initials(name) is { Length: > 2 } initials ? shorts.Add(initials) : -1))];
        _atoms = _values.Atoms(field);
        _frequencies = new Frequencies(field, _values, _atoms, frozen);
        _learnt = frozen?.Aliases ?? [];
        _aliases = Numbered(_learnt);
        _known = Table();
    }

    private OrganisationComparison(OrganisationComparison other, ImmutableArray<AtomPair> aliases)
        : base(other.Field, other.Levels)
    {
        (_values, _words, _short, _atoms, _frequencies) = (other._values, other._words, other._short, other._atoms, other._frequencies);
        _learnt = aliases;
        _aliases = Numbered(aliases);
        _known = Table();
    }

    /// <summary>Of the two names that are nearest to each other.</summary>
    /// <inheritdoc/>
    public override ImmutableArray<double> Expected => [0.22, 0.12, 0.16, 0.5];

    public override int Level(int left, int right)
    {
        var (one, other) = (_values.SetOf(left), _values.SetOf(right));
        if (one < 0 || other < 0) return Nothing;
        if (one == other) return Highest;
        if (_values.IsSingle(one) && _values.IsSingle(other)) return LevelOf(one, other);
        var level = 1;
        foreach (var name in _values.In(one))
            foreach (var against in _values.In(other)) level = Math.Max(level, name == against ? Highest : LevelOf(name, against));
        return level;
    }

    internal override void AddLevels(ReadOnlySpan<RecordPair> pairs, Span<ulong> patterns, int shift)
    {
        for (var at = 0; at < pairs.Length; at++) patterns[at] |= (ulong)Level(pairs[at].Left, pairs[at].Right) << shift;
    }

    public override double Frequency(int left, int right) => _frequencies.Of(_values.SetOf(left), _values.SetOf(right));

    internal override double FrequencyBits(int left, int right) => _frequencies.BitsOf(_values.SetOf(left), _values.SetOf(right));

    public override FieldParameters Parameters => _frequencies.Parameters with { Aliases = _learnt };

    public override void AddAtoms(int record, List<ulong> atoms)
    {
        if (_values.SetOf(record) is not FieldValues.None and var set)
            foreach (var name in _values.In(set)) atoms.Add(_atoms[name]);
    }

    public override bool Learns => true;

    /// <summary>From records that name one organisation each: which of several stands for which of several does not show.</summary>
    public override Comparison Learn(IReadOnlyList<RecordPair> pairs)
    {
        var (together, alone, all) = (new Dictionary<ulong, int>(), new Dictionary<int, int>(), 0);
        foreach (var pair in pairs)
        {
            var (one, other) = (_values.SetOf(pair.Left), _values.SetOf(pair.Right));
            if (one < 0 || other < 0 || !_values.IsSingle(one) || !_values.IsSingle(other)) continue;
            all++;
            alone[one] = alone.GetValueOrDefault(one) + 1;
            alone[other] = alone.GetValueOrDefault(other) + 1;
            if (one == other) continue;
            var both = RecordPair.Of(one, other).Packed;
            together[both] = together.GetValueOrDefault(both) + 1;
        }

        var aliases = together.Where(pair => IsAlias(RecordPair.From(pair.Key), pair.Value))
            .Select(pair => (pair.Value, Names: AtomPair.Of(_atoms[RecordPair.From(pair.Key).Left], _atoms[RecordPair.From(pair.Key).Right])))
            .OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Names.One).ThenBy(static pair => pair.Names.Other)
            .Take(MostAliases).Select(static pair => pair.Names);
        return new OrganisationComparison(this, [.. aliases.OrderBy(static names => names.One).ThenBy(static names => names.Other)]);

        // Two frequent names meet by chance as well.
        bool IsAlias(RecordPair names, int times) =>
            times >= LeastTimes && times >= 0.05 * Math.Min(alone[names.Left], alone[names.Right]) && times >= 1.5 * alone[names.Left] * alone[names.Right] / all / 2;
    }

    private int LevelOf(int one, int other)
    {
        if (_known.Length == 0) return Compared(one, other);
        ref var known = ref _known[(one * _values.Count) + other];
        // Two threads may both find it out: they find the same.
        if (known == 0) known = (byte)Compared(one, other);
        return known;
    }

    private int Compared(int one, int other)
    {
        if (Abbreviates(one, other) || Abbreviates(other, one) || (_aliases.Count > 0 && _aliases.Contains(RecordPair.Of(one, other).Packed))) return 3;
        var (few, shared) = (Math.Min(_words[one].Length, _words[other].Length), Shared(_words[one], _words[other]));
        return shared == 0 || shared * 2 < few ? 1 : shared == few ? 3 : 2;
    }

    private byte[] Table() => _values.Count <= MostKnown && _values.Records > _values.Count ? new byte[_values.Count * _values.Count] : [];

    private FrozenSet<ulong> Numbered(ImmutableArray<AtomPair> aliases)
    {
        if (aliases.IsDefaultOrEmpty) return [];
        var numbers = Enumerable.Range(0, _atoms.Length).ToDictionary(name => _atoms[name]);
        return aliases.Where(names => numbers.ContainsKey(names.One) && numbers.ContainsKey(names.Other)).Select(names => RecordPair.Of(numbers[names.One], numbers[names.Other]).Packed).ToFrozenSet();
    }

    private bool Abbreviates(int name, int other) => _short[name].Word >= 0 && _short[name].Word == _short[other].Initials;

    private static string Initials(string name) => string.Concat(name.Split(' ').Where(static word => word.Length > 0 && !Small.Contains(word)).Select(static word => word[0]));

    private static int Shared(int[] one, int[] other)
    {
        var (at, beside, count) = (0, 0, 0);
        while (at < one.Length && beside < other.Length)
        {
            var (word, against) = (one[at], other[beside]);
            if (word == against) count++;
            at += word <= against ? 1 : 0;
            beside += against <= word ? 1 : 0;
        }

        return count;
    }
}
