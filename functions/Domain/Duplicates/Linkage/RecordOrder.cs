using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>The ordinal order of keys.</summary>
internal static class RecordOrder
{
    /// <exception cref="ArgumentException">Two records have one key.</exception>
    public static (MatchRecord[] Records, string[] Keys) Of(IEnumerable<MatchRecord> records)
    {
        var sorted = records.OrderBy(static record => record.Key, StringComparer.Ordinal).ToArray();
        var keys = Array.ConvertAll(sorted, static record => record.Key);
        for (var at = 1; at < keys.Length; at++)
            if (keys[at] == keys[at - 1]) throw new ArgumentException($"Two records have the key {keys[at]}.", nameof(records));
        return (sorted, keys);
    }

    /// <summary>The common order of two lists: places of what stays of the first, and complements of the places in the second.</summary>
    /// <param name="gone">Places in the first list, in order; those of keys that are in the second as well are among them.</param>
    public static int[] Of(string[] keys, ImmutableArray<int> gone, string[] others)
    {
        var (order, next, left) = (new List<int>(keys.Length + others.Length), 0, 0);
        for (var place = 0; place < keys.Length; place++)
        {
            for (; next < others.Length && string.CompareOrdinal(others[next], keys[place]) <= 0; next++) order.Add(~next);
            if (left < gone.Length && gone[left] == place) left++;
            else order.Add(place);
        }

        for (; next < others.Length; next++) order.Add(~next);
        return [.. order];
    }
}
