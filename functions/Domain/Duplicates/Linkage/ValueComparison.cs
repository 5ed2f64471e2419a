using System.Collections.Immutable;
namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Compares places, and codes of lists: the same, near to each other, or different. A value that few records have says more.</summary>
public sealed class ValueComparison : Comparison
{
    /// <summary>Digits that codes of one group begin with, as the DAC's do.</summary>
    private const int GroupDigits = 3;

    private readonly FieldValues _values;
    private readonly int[] _groups;
    private readonly ulong[] _atoms;
    private readonly Frequencies _frequencies;

    /// <param name="frozen">How often each value stands; counted here where it is null.</param>
    public ValueComparison(string field, Column column, FieldParameters? frozen = null)
        : base(field, "missing", "differ", "are of one group", "are the same")
    {
        _values = new FieldValues(column);
        var groups = new Vocabulary();
        _groups = [.. _values.All().Select(value => groups.Add(GroupOf(value)))];
        _atoms = _values.Atoms(field);
        _frequencies = new Frequencies(field, _values, _atoms, frozen);
    }

    /// <summary>Of the two values that are nearest to each other.</summary>
    /// <inheritdoc/>
    public override ImmutableArray<double> Expected => [0.1, 0.1, 0.8];

    public override int Level(int left, int right)
    {
        var (one, other) = (_values.SetOf(left), _values.SetOf(right));
        if (one < 0 || other < 0) return Nothing;
        if (one == other) return Highest;
        if (_values.IsSingle(one) && _values.IsSingle(other)) return AreNear(one, other) ? 2 : 1;
        var level = 1;
        foreach (var value in _values.In(one))
        {
            foreach (var against in _values.In(other))
            {
                if (value == against) return Highest;
                if (AreNear(value, against)) level = 2;
            }
        }

        return level;
    }

    internal override void AddLevels(ReadOnlySpan<RecordPair> pairs, Span<ulong> patterns, int shift)
    {
        for (var at = 0; at < pairs.Length; at++) patterns[at] |= (ulong)Level(pairs[at].Left, pairs[at].Right) << shift;
    }

    public override double Frequency(int left, int right) => _frequencies.Of(_values.SetOf(left), _values.SetOf(right));

    internal override double FrequencyBits(int left, int right) => _frequencies.BitsOf(_values.SetOf(left), _values.SetOf(right));

    public override FieldParameters Parameters => _frequencies.Parameters;

    public override void AddAtoms(int record, List<ulong> atoms)
    {
        if (_values.SetOf(record) is not FieldValues.None and var set)
            foreach (var value in _values.In(set)) atoms.Add(_atoms[value]);
    }

    private bool AreNear(int one, int other) => _groups[one] >= 0 && _groups[one] == _groups[other];

    /// <summary>The first digits of a code, or the country of a subdivision such as AF-KAN.</summary>
    private static string GroupOf(string value)
    {
        if (value.Length > GroupDigits && value.All(char.IsAsciiDigit)) return value[..GroupDigits];
        return value.Length > 3 && value[2] == ' ' && !value.AsSpan(3).Contains(' ') ? value[..2] : "";
    }
}
