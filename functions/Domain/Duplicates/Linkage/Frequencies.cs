using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>The part of all records that have a value.</summary>
internal sealed class Frequencies
{
    /// <summary>Of a few records nobody knows how rare a value is: as if there were so many others that do not have it.</summary>
    private const int Unseen = 50;

    private readonly FieldValues _values;
    private readonly double[] _frequencies;
    private readonly double[] _bits;

    /// <param name="atoms">Of the values.</param>
    /// <param name="frozen">Where the counts come from; from the values themselves where it is null.</param>
    public Frequencies(string field, FieldValues values, ulong[] atoms, FieldParameters? frozen)
    {
        _values = values;
        Parameters = frozen ?? new FieldParameters(field, values.Records, AtomCounts.Of(atoms, [.. Enumerable.Range(0, values.Count).Select(values.Times)]), []);
        _frequencies = Array.ConvertAll(atoms, atom => Parameters.Counts.Of(atom) / (double)(Unseen + Parameters.Records));
        _bits = Array.ConvertAll(_frequencies, Math.Log2);
    }

    public FieldParameters Parameters { get; }

    /// <summary>That of the rarest value which two sets share; 0 where they share none.</summary>
    public double Of(int set, int other)
    {
        if (set == other && _values.IsSingle(set)) return _frequencies[set];
        var least = double.PositiveInfinity;
        foreach (var value in _values.In(set))
            foreach (var against in _values.In(other))
                if (value == against) least = Math.Min(least, _frequencies[value]);
        return double.IsFinite(least) ? least : 0;
    }

    /// <summary>The same in bits; not a number where they share none.</summary>
    public double BitsOf(int set, int other) => set == other && _values.IsSingle(set) ? _bits[set] : Of(set, other) is > 0 and var frequency ? Math.Log2(frequency) : double.NaN;
}
