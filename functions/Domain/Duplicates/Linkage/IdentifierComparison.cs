using System.Collections.Immutable;
namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Compares identifiers, with a level for those that differ by one slip of the hand.</summary>
public sealed class IdentifierComparison : Comparison
{
    /// <summary>In shorter ones a slip makes another identifier.</summary>
    private const int Shortest = 6;

    private readonly FieldValues _values;
    private readonly ulong[] _atoms;

    public IdentifierComparison(string field, Column column)
        : base(field, "missing", "differ", "differ by one slip", "are the same")
    {
        _values = new FieldValues(column);
        _atoms = _values.Atoms("identifier");
    }

    /// <summary>Of the two identifiers that are most alike: a project bears those of all who tell of it.</summary>
    /// <inheritdoc/>
    public override ImmutableArray<double> Expected => [0.55, 0.03, 0.42];

    public override int Level(int left, int right)
    {
        var (one, other) = (_values.SetOf(left), _values.SetOf(right));
        if (one < 0 || other < 0) return Nothing;
        if (one == other) return Highest;
        var level = 1;
        foreach (var value in _values.In(one))
        {
            foreach (var against in _values.In(other))
            {
                if (value == against) return Highest;
                if (level == 1 && Slip.IsOne(_values[value], _values[against], Shortest)) level = 2;
            }
        }

        return level;
    }

    internal override void AddLevels(ReadOnlySpan<RecordPair> pairs, Span<ulong> patterns, int shift)
    {
        for (var at = 0; at < pairs.Length; at++) patterns[at] |= (ulong)Level(pairs[at].Left, pairs[at].Right) << shift;
    }

    public override void AddAtoms(int record, List<ulong> atoms)
    {
        if (_values.SetOf(record) is not FieldValues.None and var set)
            foreach (var value in _values.In(set)) atoms.Add(_atoms[value]);
    }
}
