using System.Collections.Frozen;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Compares names of organisations: the same, another name of the same, alike, or different. Other names are abbreviations of the name, names
/// that are part of it, and names that stand for each other wherever two records are the same by everything else.
/// </summary>
public sealed class OrganisationComparison : Comparison
{
    private const int MostAliases = 5_000;
    private const int LeastTimes = 3;

    private static readonly FrozenSet<string> Small = new[] { "of", "for", "the", "and", "in", "on", "de", "la", "le", "les", "des", "du", "pour", "et", "y", "el", "los", "las", "del", "para", "i", "po", "dlia" }.ToFrozenSet();

    private readonly Vocabulary _values;
    private readonly int[] _numbers;
    private readonly int[][] _words;

    /// <summary>Of each name the number of its only word, and that of its initials: equal where one abbreviates the other. -1 where it has none.</summary>
    private readonly (int Word, int Initials)[] _short;
    private readonly ulong[] _atoms;
    private readonly FrozenSet<ulong> _aliases;

    public OrganisationComparison(string field, IReadOnlyList<string> column)
        : base(field, "missing", "differ", "are alike", "are names of one organisation", "are the same")
    {
        (_values, _numbers) = Vocabulary.Of(column);
        var words = new Vocabulary();
        _words = [.. Names().Select(name => name.Split(' ').Where(word => word.Length > 2 && !Small.Contains(word)).Select(words.Add).Distinct().Order().ToArray())];
        var shorts = new Vocabulary();
        _short = [.. Names().Select(name => (name.Length > 2 && !name.Contains(' ', StringComparison.Ordinal) ? shorts.Add(name) : -1, Initials(name) is { Length: > 2 } initials ? shorts.Add(initials) : -1))];
        _atoms = [.. Names().Select(name => Atom.Of(field, name))];
        _aliases = [];
    }

    private OrganisationComparison(OrganisationComparison other, FrozenSet<ulong> aliases)
        : base(other.Field, other.Levels)
    {
        (_values, _numbers, _words, _short, _atoms) = (other._values, other._numbers, other._words, other._short, other._atoms);
        _aliases = aliases;
    }

    public override int Level(int left, int right)
    {
        var (one, other) = (_numbers[left], _numbers[right]);
        if (one < 0 || other < 0) return Nothing;
        if (one == other) return Highest;
        if (Abbreviates(one, other) || Abbreviates(other, one) || (_aliases.Count > 0 && _aliases.Contains(RecordPair.Of(one, other).Packed))) return 3;
        var (few, shared) = (Math.Min(_words[one].Length, _words[other].Length), Shared(_words[one], _words[other]));
        return shared == 0 || shared * 2 < few ? 1 : shared == few ? 3 : 2;
    }

    public override double Frequency(int left, int right) => _values.Times(_numbers[left]) / (double)_numbers.Length;

    public override void AddAtoms(int record, List<ulong> atoms)
    {
        if (_numbers[record] >= 0) atoms.Add(_atoms[_numbers[record]]);
    }

    public override bool Learns => true;

    public override Comparison Learn(IReadOnlyList<RecordPair> pairs)
    {
        var (together, alone, all) = (new Dictionary<ulong, int>(), new Dictionary<int, int>(), 0);
        foreach (var pair in pairs)
        {
            var (one, other) = (_numbers[pair.Left], _numbers[pair.Right]);
            if (one < 0 || other < 0) continue;
            all++;
            alone[one] = alone.GetValueOrDefault(one) + 1;
            alone[other] = alone.GetValueOrDefault(other) + 1;
            if (one == other) continue;
            var both = RecordPair.Of(one, other).Packed;
            together[both] = together.GetValueOrDefault(both) + 1;
        }

        var aliases = together.Where(pair => IsAlias(RecordPair.From(pair.Key), pair.Value)).OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key).Take(MostAliases).Select(static pair => pair.Key).ToFrozenSet();
        return new OrganisationComparison(this, aliases);

        // Two frequent names meet by chance as well.
        bool IsAlias(RecordPair names, int times) =>
            times >= LeastTimes && times >= 0.05 * Math.Min(alone[names.Left], alone[names.Right]) && times >= 1.5 * alone[names.Left] * alone[names.Right] / all / 2;
    }

    private bool Abbreviates(int name, int other) => _short[name].Word >= 0 && _short[name].Word == _short[other].Initials;

    private IEnumerable<string> Names() => Enumerable.Range(0, _values.Count).Select(number => _values[number]);

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
