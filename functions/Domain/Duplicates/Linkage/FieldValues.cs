using System.Runtime.InteropServices;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// The different values of a field, folded and numbered. What a record has is a set, numbered as well: a set of one value has the value's
/// number, so that most records need no list.
/// </summary>
internal sealed class FieldValues
{
    /// <summary>The set of a record that has no value.</summary>
    public const int None = -1;

    private readonly Vocabulary _values = new();
    private readonly List<int[]> _several = [];
    private readonly int[] _sets;
    private readonly int[] _singles;
    private readonly int[] _times;

    public FieldValues(Column column)
    {
        _sets = new int[column.Count];
        // Most columns repeat their values: folding costs more than looking one up.
        var (folded, several, numbers) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal), new List<int>());
        for (var record = 0; record < _sets.Length; record++)
        {
            numbers.Clear();
            foreach (var value in column[record])
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(folded, value, out var known);
                if (!known) number = _values.Add(Folding.Fold(value));
                if (number >= 0) numbers.Add(number);
            }

            _sets[record] = numbers.Count switch { 0 => None, 1 => numbers[0], _ => Several(several, numbers) };
        }

        _singles = [.. Enumerable.Range(0, _values.Count)];
        _times = new int[_values.Count];
        foreach (ref var set in _sets.AsSpan())
        {
            if (set < None) set = _values.Count + None - set - 1;
            if (set == None) continue;
            foreach (var value in In(set)) _times[value]++;
        }
    }

    public int Records => _sets.Length;

    /// <summary>How many values there are; sets from here on have several.</summary>
    public int Count => _values.Count;

    public int Sets => _values.Count + _several.Count;

    public string this[int value] => _values[value];

    /// <summary>How many records have a value.</summary>
    public int Times(int value) => _times[value];

    public int SetOf(int record) => _sets[record];

    public bool IsSingle(int set) => set < _values.Count;

    /// <summary>The values of a set.</summary>
    public ReadOnlySpan<int> In(int set) => set >= _values.Count ? _several[set - _values.Count] : _singles.AsSpan(set, 1);

    public IEnumerable<string> All() => Enumerable.Range(0, _values.Count).Select(value => _values[value]);

    public ulong[] Atoms(string kind) => [.. All().Select(value => Atom.Of(kind, value))];

    /// <returns>The value's number where they are one; otherwise a number below <see cref="None"/>.</returns>
    private int Several(Dictionary<string, int> known, List<int> numbers)
    {
        int[] different = [.. numbers.Distinct().Order()];
        if (different.Length == 1) return different[0];
        ref var set = ref CollectionsMarshal.GetValueRefOrAddDefault(known, string.Join(' ', different), out var exists);
        if (exists) return set;
        _several.Add(different);
        return set = None - _several.Count;
    }
}
