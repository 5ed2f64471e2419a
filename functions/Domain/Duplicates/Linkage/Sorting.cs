namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Sorts many numbers by their digits, which takes a fraction of the time of comparing them. Stable.</summary>
internal static class Sorting
{
    private const int Few = 4_096;
    private const int Digits = 2_048;
    private const int Bits = 11;

    public static void ByKey(Key[] keys)
    {
        if (keys.Length < Few)
        {
            Array.Sort(keys, static (one, other) => one.Block != other.Block ? one.Block.CompareTo(other.Block) : one.Record.CompareTo(other.Record));
            return;
        }

        var (from, to) = (keys, new Key[keys.Length]);
        var starts = new int[Digits];
        for (var shift = 0; shift < 64; shift += Bits)
        {
            Array.Clear(starts);
            foreach (var key in from) starts[(int)((key.Block >> shift) & (Digits - 1))]++;
            Sum(starts);
            foreach (var key in from) to[starts[(int)((key.Block >> shift) & (Digits - 1))]++] = key;
            (from, to) = (to, from);
        }

        // Six passes: the sorted ones lie in the array that was given.
        if (from != keys) from.CopyTo(keys, 0);
    }

    public static void Sort(Span<ulong> numbers)
    {
        if (numbers.Length < Few)
        {
            numbers.Sort();
            return;
        }

        var highest = 0ul;
        foreach (var number in numbers) highest |= number;
        var other = new ulong[numbers.Length];
        var from = numbers;
        var to = other.AsSpan();
        var back = false;
        var starts = new int[Digits];
        for (var shift = 0; shift < 64 && highest >> shift != 0; shift += Bits)
        {
            // The middle of two packed numbers is empty.
            if (((highest >> shift) & (Digits - 1)) == 0) continue;
            Array.Clear(starts);
            foreach (var number in from) starts[(int)((number >> shift) & (Digits - 1))]++;
            Sum(starts);
            foreach (var number in from) to[starts[(int)((number >> shift) & (Digits - 1))]++] = number;
            var swap = from;
            from = to;
            to = swap;
            back = !back;
        }

        if (back) other.CopyTo(numbers);
    }

    private static void Sum(int[] counts)
    {
        var sum = 0;
        for (var digit = 0; digit < counts.Length; digit++) (counts[digit], sum) = (sum, sum + counts[digit]);
    }
}
