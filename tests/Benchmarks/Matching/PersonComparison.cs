using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Benchmarks.Matching;

/// <summary>Compares names of persons: a check that the engine is general. Each word is held against the one that is likest by Jaro and Winkler.</summary>
internal sealed class PersonComparison : Comparison
{
    private readonly int[] _names;
    private readonly string[][] _words;
    private readonly double[] _frequencies;

    public PersonComparison(string field, IReadOnlyList<string> column)
        : base(field, "missing", "differ", "are a little alike", "are alike", "are nearly the same", "are the same")
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _names = [.. column.Select(Folding.Fold).Select(name => name.Length == 0 ? -1 : numbers.TryGetValue(name, out var known) ? known : numbers[name] = numbers.Count)];
        _words = [.. numbers.OrderBy(static name => name.Value).Select(static name => name.Key.Split(' '))];
        _frequencies = new double[numbers.Count];
        foreach (var name in _names)
            if (name >= 0) _frequencies[name] += 1.0 / column.Count;
    }

    public override int Level(int left, int right)
    {
        var (one, other) = (_names[left], _names[right]);
        if (one < 0 || other < 0) return Nothing;
        return one == other ? Highest : Likeness(_words[one], _words[other]) switch { > 0.92 => 4, > 0.85 => 3, > 0.7 => 2, _ => 1 };
    }

    public override double Frequency(int left, int right) => _frequencies[_names[left]];

    public override void AddAtoms(int record, List<ulong> atoms)
    {
        if (_names[record] < 0) return;
        foreach (var word in _words[_names[record]])
            if (word.Length > 1) atoms.Add(Atom.Of("person", word));
    }

    private static double Likeness(string[] one, string[] other)
    {
        if (one.Length == 1 && other.Length == 1) return JaroWinkler(one[0], other[0]);
        var (few, many) = one.Length <= other.Length ? (one, other) : (other, one);
        var (sum, letters) = (0.0, 0);
        foreach (var word in few)
        {
            sum += many.Max(against => Word(word, against)) * word.Length;
            letters += word.Length;
        }

        return sum / letters * (0.8 + (0.2 * few.Length / many.Length));
    }

    /// <summary>An initial is as good as a name that it may stand for.</summary>
    private static double Word(string one, string other)
    {
        if (one == other) return 1;
        if (one.Length == 1 || other.Length == 1) return one[0] == other[0] ? 0.9 : 0;
        return Math.Abs(one.Length - other.Length) > 3 ? 0 : JaroWinkler(one, other);
    }

    private static double JaroWinkler(string one, string other)
    {
        var window = Math.Max(0, (Math.Max(one.Length, other.Length) / 2) - 1);
        var (mine, theirs) = (new bool[one.Length], new bool[other.Length]);
        var matches = 0;
        for (var at = 0; at < one.Length; at++)
        {
            for (var beside = Math.Max(0, at - window); beside < Math.Min(other.Length, at + window + 1); beside++)
            {
                if (theirs[beside] || one[at] != other[beside]) continue;
                (mine[at], theirs[beside]) = (true, true);
                matches++;
                break;
            }
        }

        if (matches == 0) return 0;
        var (turned, next) = (0, 0);
        for (var at = 0; at < one.Length; at++)
        {
            if (!mine[at]) continue;
            while (!theirs[next]) next++;
            if (one[at] != other[next]) turned++;
            next++;
        }

        double count = matches;
        var jaro = ((count / one.Length) + (count / other.Length) + ((count - (turned / 2.0)) / count)) / 3;
        var prefix = Math.Min(4, one.AsSpan().CommonPrefixLength(other));
        return jaro + (prefix * 0.1 * (1 - jaro));
    }
}
