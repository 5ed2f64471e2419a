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
}
