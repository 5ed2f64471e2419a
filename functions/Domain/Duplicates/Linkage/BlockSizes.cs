namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>How many blocks there are of each size.</summary>
internal sealed class BlockSizes
{
    /// <summary>
    /// Pairs for each record, those counted several times that several blocks hold: the largest blocks are left out until there are no more.
    /// Where there are few records, more can be afforded.
    /// </summary>
    private const int PairsEach = 40;

    private const int AffordablePairs = 1_000_000;

    private const int SmallestCap = 8;

    private readonly List<int> _whole = [];
    private readonly int[] _sizes = new int[Blocking.LargestBlock + 1];

    /// <summary>Of two records or more.</summary>
    public int Blocks { get; private set; }

    /// <summary>Of records that say the very same, and are more than the largest block takes.</summary>
    public int Crowds(int largest) => _whole.Count(size => size > largest);

    public void Add(Key[] keys)
    {
        for (int first = 0, end; first < keys.Length; first = end)
        {
            end = Linkage.Blocks.End(keys, first);
            if (end - first < 2) continue;
            if (Blocking.IsWhole(keys[first].Block)) _whole.Add(end - first);
            Blocks++;
            if (end - first <= Blocking.LargestBlock) _sizes[end - first]++;
        }
    }

    /// <summary>How large a block may be.</summary>
    public int Largest(int records)
    {
        var (most, pairs) = (1, 0L);
        while (most < Blocking.LargestBlock && (most < SmallestCap || pairs + Pairs(most + 1) <= Math.Max(AffordablePairs, (long)PairsEach * records))) pairs += Pairs(++most);
        return most;
    }

    /// <summary>How many pairs the blocks hold that are not too large.</summary>
    public long PairsUpTo(int largest) => Enumerable.Range(2, largest - 1).Sum(Pairs);

    /// <summary>How many blocks are too large.</summary>
    public int Over(int largest) => Blocks - _sizes.Take(largest + 1).Sum() - Crowds(largest);

    private long Pairs(int size) => (long)_sizes[size] * size * (size - 1) / 2;
}
