using System.Runtime.InteropServices;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>The different values of a field, folded and numbered, and how often each stands.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];
    private readonly List<int> _counts = [];

    public int Count => _values.Count;

    public string this[int number] => _values[number];

    public int Times(int number) => _counts[number];

    /// <returns>The value's number; -1 for an empty one.</returns>
    public int Add(string value)
    {
        if (value.Length == 0) return -1;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, value, out var known);
        if (!known)
        {
            number = _values.Count;
            _values.Add(value);
            _counts.Add(0);
        }

        _counts[number]++;
        return number;
    }

    /// <summary>The number of each record's value.</summary>
    public static (Vocabulary Values, int[] Numbers) Of(IReadOnlyList<string> column)
    {
        var (vocabulary, numbers) = (new Vocabulary(), new int[column.Count]);
        // Most columns repeat their values: folding costs more than looking one up.
        var folded = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var record = 0; record < column.Count; record++)
        {
            ref var fold = ref CollectionsMarshal.GetValueRefOrAddDefault(folded, column[record], out var known);
            if (!known) fold = Folding.Fold(column[record]);
            numbers[record] = vocabulary.Add(fold!);
        }

        return (vocabulary, numbers);
    }
}
