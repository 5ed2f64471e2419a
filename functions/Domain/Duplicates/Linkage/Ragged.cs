namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Lists of items, one for each record, that lie in one array.</summary>
internal sealed class Ragged<T>(int[] starts, T[] items)
{
    public int Count => starts.Length - 1;

    public int Total => starts[^1];

    public ReadOnlySpan<T> All => items;

    public ReadOnlySpan<T> this[int record] => items.AsSpan(starts[record], starts[record + 1] - starts[record]);

    public static Ragged<T> Of(int records, Action<int, List<T>> add)
    {
        var (starts, all) = (new int[records + 1], new List<T>(records));
        for (var record = 0; record < records; record++)
        {
            add(record, all);
            starts[record + 1] = all.Count;
        }

        return new Ragged<T>(starts, [.. all]);
    }

    /// <summary>Lists of two in one order.</summary>
    /// <param name="order">Places in the first, and complements of places in the second.</param>
    public static Ragged<T> Of(Ragged<T> some, Ragged<T> others, int[] order)
    {
        var starts = new int[order.Length + 1];
        for (var at = 0; at < order.Length; at++) starts[at + 1] = starts[at] + (order[at] >= 0 ? some[order[at]] : others[~order[at]]).Length;
        var items = new T[starts[^1]];
        for (var at = 0; at < order.Length; at++) (order[at] >= 0 ? some[order[at]] : others[~order[at]]).CopyTo(items.AsSpan(starts[at]));
        return new Ragged<T>(starts, items);
    }
}
