namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Compares identifiers, with a level for those that differ by one slip of the hand.</summary>
public sealed class IdentifierComparison : Comparison
{
    /// <summary>In shorter ones a slip makes another identifier.</summary>
    private const int Shortest = 6;

    private readonly Vocabulary _values;
    private readonly int[] _numbers;

    public IdentifierComparison(string field, IReadOnlyList<string> column)
        : base(field, "missing", "differ", "differ by one slip", "are the same") => (_values, _numbers) = Vocabulary.Of(column);

    public override int Level(int left, int right)
    {
        var (one, other) = (_numbers[left], _numbers[right]);
        if (one < 0 || other < 0) return Nothing;
        return one == other ? Highest : Slip.IsOne(_values[one], _values[other], Shortest) ? 2 : 1;
    }

    public override void AddAtoms(int record, List<ulong> atoms)
    {
        if (_numbers[record] >= 0) atoms.Add(Atom.Of("identifier", _values[_numbers[record]]));
    }
}
