namespace ParisPact.Functions.Projects.Lookup;

/// <summary>The values of one facet for each row, and for each value the rows that have it.</summary>
/// <param name="Starts">Where each row's values begin in <paramref name="Values"/>, and at the end where the last row's end.</param>
/// <param name="Values">Numbers of values in a <see cref="ValueTable"/>; each once in a row, at least one in each.</param>
/// <param name="Shares">Millionths of the project; <see cref="AssumedBit"/> marks an assumed share.</param>
internal sealed record FacetColumn(int[] Starts, int[] Values, int[] Shares)
{
    public const int AssumedBit = 1 << 30;

    /// <summary>The numbers that occur, ascending.</summary>
    public int[] Posted { get; private init; } = [];

    /// <summary>Where the rows of each posted value begin in <see cref="Rows"/>, and at the end where the last ones end.</summary>
    public int[] PostingStarts { get; private init; } = [];

    /// <summary>Row numbers, ascending within a value.</summary>
    public int[] Rows { get; private init; } = [];

    public static int ShareOf(int share) => share & ~AssumedBit;

    public static FacetColumn Of(int[] starts, int[] values, int[] shares)
    {
        var posted = values.Distinct().Order().ToArray();
        var places = posted.Index().ToDictionary(static pair => pair.Item, static pair => pair.Index);
        var postingStarts = new int[posted.Length + 1];
        foreach (var value in values) postingStarts[places[value] + 1]++;
        for (var i = 0; i < posted.Length; i++) postingStarts[i + 1] += postingStarts[i];
        var next = postingStarts.AsSpan(0, posted.Length).ToArray();
        var rows = new int[values.Length];
        for (var row = 0; row < starts.Length - 1; row++)
            for (var i = starts[row]; i < starts[row + 1]; i++)
                rows[next[places[values[i]]]++] = row;
        return new FacetColumn(starts, values, shares) { Posted = posted, PostingStarts = postingStarts, Rows = rows };
    }
}
