using System.Collections.Immutable;
namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Compares days that are facts, such as a day of birth or a year of publication: a slip of the hand makes another day.</summary>
public sealed class DateComparison : Comparison
{
    private readonly Ragged<string> _digits;

    public DateComparison(string field, Column column)
        : base(field, "missing", "differ", "are in one year", "differ by two digits", "differ by one digit", "are the same") =>
        _digits = Ragged<string>.Of(column.Count, (record, digits) =>
        {
            foreach (var text in column[record])
                if (Days.Digits(text) is { Length: > 0 } written) digits.Add(written);
        });

    /// <summary>Of the two days that are most alike.</summary>
    /// <inheritdoc/>
    public override ImmutableArray<double> Expected => [0.06, 0.1, 0.06, 0.1, 0.68];

    public override int Level(int left, int right)
    {
        var level = Nothing;
        foreach (var one in _digits[left])
            foreach (var other in _digits[right]) level = Math.Max(level, Level(one, other));
        return level;
    }

    public override void AddAtoms(int record, List<ulong> atoms)
    {
        foreach (var digits in _digits[record]) atoms.Add(Atom.Of(Field, digits));
    }

    private static int Level(string one, string other)
    {
        if (one == other) return 5;
        var slips = one.Length == other.Length && one.Length > 4 ? Slip.Letters(one, other) : int.MaxValue;
        if (slips <= 2) return slips == 1 ? 4 : 3;
        return one.Length >= 4 && other.Length >= 4 && one.AsSpan(0, 4).SequenceEqual(other.AsSpan(0, 4)) ? 2 : 1;
    }
}
