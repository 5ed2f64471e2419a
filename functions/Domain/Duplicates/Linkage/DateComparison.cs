namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Compares days that are facts, such as a day of birth or a year of publication: a slip of the hand makes another day.</summary>
public sealed class DateComparison : Comparison
{
    private readonly Days _days;

    public DateComparison(string field, IReadOnlyList<string> column)
        : base(field, "missing", "differ", "are in one year", "differ by two digits", "differ by one digit", "are the same") => _days = new Days(column);

    public override int Level(int left, int right)
    {
        var (one, other) = (_days.Digits(left), _days.Digits(right));
        if (one.Length == 0 || other.Length == 0) return Nothing;
        if (one == other) return Highest;
        var slips = one.Length == other.Length && one.Length > 4 ? Slip.Letters(one, other) : int.MaxValue;
        if (slips <= 2) return slips == 1 ? 4 : 3;
        return one.Length >= 4 && other.Length >= 4 && one.AsSpan(0, 4).SequenceEqual(other.AsSpan(0, 4)) ? 2 : 1;
    }

    public override void AddAtoms(int record, List<ulong> atoms)
    {
        if (_days.Digits(record) is { Length: > 0 } digits) atoms.Add(Atom.Of(Field, digits));
    }
}
