using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// How one field of two records is compared: as one of a few levels of likeness, whose weights are estimated. Level 0 says that one of the
/// two has nothing to compare, which is evidence of nothing; the last level is the greatest likeness.
/// </summary>
/// <param name="field">The field's name, as reasons give it.</param>
/// <param name="levels">What each level is called, in words that follow the field's name; 2 to 16.</param>
public abstract class Comparison(string field, params ImmutableArray<string> levels)
{
    public const int Nothing = 0;

    public string Field { get; } = field;

    public ImmutableArray<string> Levels { get; } = levels;

    public int Highest => Levels.Length - 1;

    /// <summary>The same for both orders of the records.</summary>
    public abstract int Level(int left, int right);

    /// <summary>
    /// How often each level is met among pairs that are the same, as experience has it before anything is known of these records: one chance for
    /// each level over 0. Empty where nobody knows.
    /// </summary>
    public virtual ImmutableArray<double> Expected => [];

    /// <summary>The levels of many pairs, each at its place in the pair's pattern, which is 0 there.</summary>
    /// <param name="pairs">In order, so that neighbours have one left record.</param>
    /// <param name="shift">Bits to the right of the level.</param>
    internal virtual void AddLevels(ReadOnlySpan<RecordPair> pairs, Span<ulong> patterns, int shift)
    {
        for (var at = 0; at < pairs.Length; at++) patterns[at] |= (ulong)Level(pairs[at].Left, pairs[at].Right) << shift;
    }

    /// <summary>The part of all records that have what these two share at the highest level, over 0 to 1: a rare value weighs more. 0 where it is of no account.</summary>
    public virtual double Frequency(int left, int right) => 0;

    /// <summary>The same in bits; not a number where it is of no account.</summary>
    internal virtual double FrequencyBits(int left, int right) => Frequency(left, right) is > 0 and var frequency ? Math.Log2(frequency) : double.NaN;

    /// <summary>What a later comparison of other records needs in order to give the same levels and frequencies.</summary>
    public virtual FieldParameters Parameters => new(Field, 0, AtomCounts.None, []);

    /// <summary>Adds what this field contributes to finding candidates: see <see cref="Candidates"/>. They follow from the record alone.</summary>
    public virtual void AddAtoms(int record, List<ulong> atoms)
    {
    }

    /// <summary>Whether there is anything to learn from pairs that are probably the same.</summary>
    public virtual bool Learns => false;

    /// <summary>The comparison after it has learnt from pairs that are probably the same; itself where there is nothing to learn.</summary>
    public virtual Comparison Learn(IReadOnlyList<RecordPair> pairs) => this;
}
