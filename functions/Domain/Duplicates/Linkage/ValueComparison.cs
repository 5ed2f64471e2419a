namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Compares places, and codes of lists: the same, near to each other, or different. A value that few records have says more.</summary>
public sealed class ValueComparison : Comparison
{
    /// <summary>Digits that codes of one group begin with, as the DAC's do.</summary>
    private const int GroupDigits = 3;

    private readonly Vocabulary _values;
    private readonly int[] _numbers;
    private readonly int[] _groups;
    private readonly ulong[] _atoms;

    public ValueComparison(string field, IReadOnlyList<string> column)
        : base(field, "missing", "differ", "are of one group", "are the same")
    {
        (_values, _numbers) = Vocabulary.Of(column);
        var groups = new Vocabulary();
        _groups = [.. Enumerable.Range(0, _values.Count).Select(value => groups.Add(GroupOf(_values[value])))];
        _atoms = [.. Enumerable.Range(0, _values.Count).Select(value => Atom.Of(field, _values[value]))];
    }

    public override int Level(int left, int right)
    {
        var (one, other) = (_numbers[left], _numbers[right]);
        if (one < 0 || other < 0) return Nothing;
        if (one == other) return Highest;
        return _groups[one] >= 0 && _groups[one] == _groups[other] ? 2 : 1;
    }

    public override double Frequency(int left, int right) => _values.Times(_numbers[left]) / (double)_numbers.Length;

    public override void AddAtoms(int record, List<ulong> atoms)
    {
        if (_numbers[record] >= 0) atoms.Add(_atoms[_numbers[record]]);
    }

    /// <summary>The first digits of a code, or the country of a subdivision such as AF-KAN.</summary>
    private static string GroupOf(string value)
    {
        if (value.Length > GroupDigits && value.All(char.IsAsciiDigit)) return value[..GroupDigits];
        return value.Length > 3 && value[2] == ' ' && !value.AsSpan(3).Contains(' ') ? value[..2] : "";
    }
}
