namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>The number of single-letter slips between two spellings.</summary>
public static class EditDistance
{
    /// <summary>Texts longer than this are compared by nothing but equality.</summary>
    private const int Longest = 120;

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours that turn <paramref name="left"/> into <paramref name="right"/>
    /// (Damerau–Levenshtein, optimal string alignment), or <c>null</c> where there are more than <paramref name="most"/>.
    /// </summary>
    public static int? Within(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (left.SequenceEqual(right))
            return 0;
        if (most <= 0 || Math.Abs(left.Length - right.Length) > most || left.Length > Longest || right.Length > Longest)
            return null;

        Span<int> beforeLast = stackalloc int[Longest + 1];
        Span<int> last = stackalloc int[Longest + 1];
        Span<int> current = stackalloc int[Longest + 1];
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var distance = Math.Min(replaced, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    distance = Math.Min(distance, beforeLast[j - 2] + 1);
                current[j] = distance;
                least = Math.Min(least, distance);
            }

            if (least > most)
                return null;
            var spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }

        return last[right.Length] <= most ? last[right.Length] : null;
    }
}
