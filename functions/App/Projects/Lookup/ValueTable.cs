using System.Collections.Concurrent;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>A value of a facet, or one project's way of calling it.</summary>
/// <param name="Key">Such as <c>AF-KAN</c>.</param>
/// <param name="Name">What a partner called the value, where no vocabulary names it; null for the value itself.</param>
/// <param name="Up">Number of the value that this one lies within or is a name of; -1 where there is none.</param>
internal readonly record struct NumberedValue(string Key, string? Name, int Up);

/// <summary>
/// The values of one facet by number, so that columns hold numbers. It only grows, and one writer at a time adds to it; readers need no lock,
/// because a number is never handed out before its value stands.
/// </summary>
/// <param name="parentOf">The value that a value lies within; null where there is none.</param>
internal sealed class ValueTable(Func<string, string?> parentOf)
{
    private readonly ConcurrentDictionary<(string Key, string? Name), int> _numbers = new();
    private NumberedValue[] _values = new NumberedValue[16];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public NumberedValue this[int number] => Volatile.Read(ref _values)[number];

    /// <summary>The values numbered so far; later ones are not in it.</summary>
    public ReadOnlySpan<NumberedValue> All
    {
        get
        {
            var count = Count;
            return Volatile.Read(ref _values).AsSpan(0, count);
        }
    }

    /// <summary>The number of a value; -1 where it has none.</summary>
    public int Find(string key) => _numbers.TryGetValue((key, null), out var number) ? number : -1;

    /// <summary>The number of a value, under the name by which a project calls it; those that it lies within are numbered with it.</summary>
    public int Number(string key, string? name = null)
    {
        if (_numbers.TryGetValue((key, name), out var known)) return known;
        var up = name is not null ? Number(key) : parentOf(key) is { } parent ? Number(parent) : -1;
        var number = _count;
        if (number == _values.Length)
        {
            var larger = new NumberedValue[2 * number];
            _values.CopyTo(larger, 0);
            Volatile.Write(ref _values, larger);
        }

        _values[number] = new NumberedValue(key, name, up);
        Volatile.Write(ref _count, number + 1);
        _numbers[(key, name)] = number;
        return number;
    }
}
